import { toEvent } from "./issue-events.mjs";
import { labelNamed } from "./label-registry.mjs";

/**
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./types.ts").IssuePatch} IssuePatch
 * @typedef {import("./issue-store.mjs").StoredRepository} StoredRepository
 */

/**
 * The issue goes on in the other repository under a new number and id, with its past; the old number
 * leads there.
 * @param {{ from: StoredRepository, to: StoredRepository, issue: StandInIssue, at: Date }} change
 */
export function transfer({ from, to, issue, at }) {
  const {
    id: _id,
    number,
    node_id: _node,
    html_url: _html,
    repository_url: _url,
    url: _self,
    ...rest
  } = issue;
  const arrived = addIssue(to, rest, at);
  const timeline = from.timelines.get(number) ?? [];
  to.timelines.set(arrived.number, [
    ...timeline,
    toEvent({ event: "transferred" }, instantText(at)),
  ]);
  arrived.updated_at = instantText(at);
  from.issues = from.issues.filter((candidate) => candidate.number !== number);
  from.timelines.delete(number);
  from.moved.set(number, { repository: to.id, number: arrived.number });
  return arrived;
}

/**
 * @param {StoredRepository} repository
 * @param {IssuePatch} patch
 * @param {Date} at
 * @returns {StandInIssue}
 */
export function addIssue(repository, patch, at) {
  const { issues, deleted, moved, owner, name } = repository;
  const used = [...issues.map((issue) => issue.number), ...deleted, ...moved.keys()];
  const number = used.reduce((most, one) => Math.max(most, one), 0) + 1;
  const path = `repos/${owner}/${name}`;
  /** @type {StandInIssue} */
  const issue = {
    url: `https://api.github.com/${path}/issues/${number}`,
    repository_url: `https://api.github.com/${path}`,
    html_url: `https://github.com/${owner}/${name}/issues/${number}`,
    id: repository.id * 1_000_000 + number,
    node_id: `ISSUE_${repository.id}_${number}`,
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
  for (const label of issue.labels) labelNamed(repository.labels, label);
  return issue;
}

/** GitHub writes whole seconds. @param {Date} at */
export function instantText(at) {
  return `${at.toISOString().slice(0, 19)}Z`;
}
