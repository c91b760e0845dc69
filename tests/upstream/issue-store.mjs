/**
 * @typedef {import("./types.ts").StandInRepository} StandInRepository
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./types.ts").IssuePatch} IssuePatch
 * @typedef {StandInRepository & { id: number, deleted: Set<number>, version: number }} StoredRepository
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
    Object.assign(issue, { updated_at: instantText(now()) }, patch);
    repository.version += 1;
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
      edit(fullName, number, { labels: labels.map((name) => ({ name })) }),
    /** @param {string} fullName @param {string} from @param {string} to */
    renameLabel: (fullName, from, to) => renameLabel(mustFind(fullName), from, to),
    /** @param {string} fullName @param {number} number */
    deleteIssue: (fullName, number) => {
      const repository = mustFind(fullName);
      repository.issues = repository.issues.filter((issue) => issue.number !== number);
      repository.deleted.add(number);
      repository.version += 1;
    },
  };
}

/**
 * @param {StandInRepository} repository
 * @param {number} id
 * @returns {StoredRepository}
 */
function withState(repository, id) {
  const issues = structuredClone(repository.issues);
  return { ...repository, id, issues, deleted: new Set(), version: 0 };
}

/**
 * @param {StoredRepository} repository
 * @param {IssuePatch} patch
 * @param {Date} at
 * @returns {StandInIssue}
 */
function addIssue(repository, patch, at) {
  const { issues, deleted, owner, name } = repository;
  const number = Math.max(0, ...issues.map((issue) => issue.number), ...deleted) + 1;
  const path = `repos/${owner}/${name}`;
  /** @type {StandInIssue} */
  const issue = {
    url: `https://api.github.com/${path}/issues/${number}`,
    repository_url: `https://api.github.com/${path}`,
    html_url: `https://github.com/${owner}/${name}/issues/${number}`,
    id: repository.id * 1_000_000 + number,
    number,
    title: `Issue ${number}`,
    body: null,
    user: { login: "octocat", id: 1, type: "User" },
    labels: [],
    state: "open",
    state_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: 0,
    created_at: instantText(at),
    updated_at: instantText(at),
    closed_at: null,
    ...patch,
  };
  issues.push(issue);
  repository.version += 1;
  return issue;
}

/**
 * As on GitHub, renaming a label touches no issue's `updated_at`.
 * @param {StoredRepository} repository
 * @param {string} from
 * @param {string} to
 */
function renameLabel(repository, from, to) {
  for (const issue of repository.issues) {
    issue.labels = issue.labels.map((label) => {
      if (label === from) return to;
      return typeof label === "object" && label.name === from ? { ...label, name: to } : label;
    });
  }
  repository.version += 1;
}

/** GitHub writes whole seconds. @param {Date} at */
function instantText(at) {
  return `${at.toISOString().slice(0, 19)}Z`;
}
