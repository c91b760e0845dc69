import { addIssue, instantText, transfer } from "./issue-arrivals.mjs";
import { eventsBetween, toEvent } from "./issue-events.mjs";
import { labelNamed, labelsOf, renameLabel } from "./label-registry.mjs";

/**
 * @typedef {import("./types.ts").StandInRepository} StandInRepository
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./types.ts").IssuePatch} IssuePatch
 * @typedef {import("./types.ts").StandInEvent} StandInEvent
 *
 * @typedef {object} State what is kept of a repository beside what it was given with
 * @property {number} id
 * @property {Set<number>} deleted
 * @property {Map<number, { repository: number, number: number }>} moved where transferred issues went
 * @property {Map<number, StandInEvent[]>} timelines
 * @property {import("./types.ts").StandInLabel[]} labels
 * @property {Map<string, string>} formerLabels what renamed labels are called now
 * @typedef {Omit<StandInRepository, "labels"> & State} StoredRepository
 */

/**
 * Holds the repositories and what people do to their issues.
 * @param {StandInRepository[]} repositories
 * @param {() => Date} now
 */
export function createIssueStore(repositories, now) {
  const stored = repositories.map((repository, index) => withState(repository, 1000 + index));

  /** @param {string} fullName */
  const find = (fullName) =>
    stored.find(({ owner, name }) => `${owner}/${name}`.toLowerCase() === fullName.toLowerCase());

  /** @param {string} fullName */
  const mustFind = (fullName) => {
    const repository = find(fullName);
    if (repository === undefined) throw new Error(`The stand-in has no repository ${fullName}.`);
    return repository;
  };

  /** @param {string} fullName @param {number} number @param {IssuePatch} patch */
  const edit = (fullName, number, patch) => {
    const repository = mustFind(fullName);
    const issue = repository.issues.find((candidate) => candidate.number === number);
    if (issue === undefined) throw new Error(`${fullName} has no issue ${number}.`);
    const before = { ...issue };
    const at = instantText(now());
    Object.assign(issue, { updated_at: at }, patch);
    for (const told of eventsBetween(before, issue)) log(repository, number, toEvent(told, at));
    return issue;
  };

  return {
    find,
    all: () => stored,
    /** @param {number} id */
    findById: (id) => stored.find((repository) => repository.id === id),
    /** @param {string} formerName */
    findByFormerName: (formerName) =>
      stored.find(({ formerNames = [] }) =>
        formerNames.some((name) => name.toLowerCase() === formerName.toLowerCase()),
      ),
    editIssue: edit,
    /** @param {string} fullName @param {IssuePatch} [patch] */
    addIssue: (fullName, patch = {}) => addIssue(mustFind(fullName), patch, now()),
    /** @param {string} fullName @param {number} number @param {string | null} [reason] */
    closeIssue: (fullName, number, reason = "completed") =>
      edit(fullName, number, {
        state: "closed",
        state_reason: reason,
        closed_at: instantText(now()),
      }),
    /** @param {string} fullName @param {number} number */
    reopenIssue: (fullName, number) =>
      edit(fullName, number, { state: "open", state_reason: "reopened", closed_at: null }),
    /** @param {string} fullName @param {number} number @param {string[]} labels */
    relabelIssue: (fullName, number, labels) =>
      edit(fullName, number, {
        labels: labels.map((name) => ({ ...labelNamed(mustFind(fullName).labels, name) })),
      }),
    /** @param {string} fullName @param {string} from @param {string} to */
    renameLabel: (fullName, from, to) => renameLabel(mustFind(fullName), from, to),
    /** @param {string} fullName @param {number} number */
    deleteIssue: (fullName, number) => {
      const repository = mustFind(fullName);
      repository.issues = repository.issues.filter((issue) => issue.number !== number);
      repository.deleted.add(number);
    },
    /** @param {string} fullName @param {number} number @param {string} target */
    transferIssue: (fullName, number, target) => {
      const { issues, owner, name } = mustFind(fullName);
      const issue = issues.find((candidate) => candidate.number === number);
      if (issue === undefined) throw new Error(`${fullName} has no issue ${number}.`);
      return transfer({
        from: mustFind(`${owner}/${name}`),
        to: mustFind(target),
        issue,
        at: now(),
      });
    },
    /** @param {string} fullName @param {number} number @param {number | null} parent */
    setParent: (fullName, number, parent) => {
      const url =
        parent === null ? null : `https://api.github.com/repos/${fullName}/issues/${parent}`;
      if (parent !== null)
        edit(fullName, parent, { sub_issues_summary: { total: 1, completed: 0 } });
      return edit(fullName, number, { parent_issue_url: url });
    },
    /** As with labels, renaming a type touches no issue. @param {string} fullName @param {string} from @param {string} to */
    renameType: (fullName, from, to) => {
      const { types = [], issues } = mustFind(fullName);
      for (const type of types) if (type.name === from) type.name = to;
      for (const issue of issues)
        if (issue.type?.name === from) issue.type = { ...issue.type, name: to };
    },
  };
}

/**
 * @param {StandInRepository} repository
 * @param {number} id
 * @returns {StoredRepository}
 */
function withState(repository, id) {
  const { issues, labels, events = {}, types } = structuredClone(repository);
  const timelines = new Map(Object.entries(events).map(([number, all]) => [Number(number), all]));
  const state = { id, deleted: new Set(), moved: new Map(), timelines, formerLabels: new Map() };
  return {
    ...repository,
    issues,
    ...(types ? { types } : {}),
    ...state,
    labels: labelsOf(issues, labels),
  };
}

/** @param {StoredRepository} repository @param {number} number @param {StandInEvent} event */
function log({ timelines }, number, event) {
  timelines.set(number, [...(timelines.get(number) ?? []), event]);
}
