/**
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./types.ts").StandInEvent} StandInEvent
 * @typedef {Omit<StandInEvent, "created_at"> & { event: string }} Told an event without its time
 */

let lastEventId = 8_000_000;

/**
 * An event in the shape of GitHub's timeline.
 * @param {Told} told
 * @param {string} createdAt
 * @returns {StandInEvent}
 */
export function toEvent(told, createdAt) {
  lastEventId += 1;
  return {
    id: lastEventId,
    node_id: `EVENT_${lastEventId}`,
    url: `https://api.github.com/repos/acme/shop/issues/events/${lastEventId}`,
    actor: { login: "octocat", id: 1, type: "User" },
    commit_id: null,
    commit_url: null,
    created_at: createdAt,
    ...told,
  };
}

/**
 * What GitHub would tell of an edit. Labels are told one by one, under the names they have now.
 * @param {StandInIssue} before
 * @param {StandInIssue} after
 * @returns {Told[]}
 */
export function eventsBetween(before, after) {
  return [
    ...labelEvents(before, after),
    ...titleEvents(before, after),
    ...milestoneEvents(before, after),
    ...assignmentEvents(before, after),
    ...typeEvents(before, after),
    ...stateEvents(before, after),
  ];
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function labelEvents(before, after) {
  const [had, has] = [before.labels.map(eventLabel), after.labels.map(eventLabel)];
  const added = has.filter(({ name }) => !had.some((label) => label.name === name));
  const removed = had.filter(({ name }) => !has.some((label) => label.name === name));
  return [
    ...added.map((label) => ({ event: "labeled", label })),
    ...removed.map((label) => ({ event: "unlabeled", label })),
  ];
}

/** @param {StandInIssue["labels"][number]} label */
function eventLabel(label) {
  if (typeof label === "string") return { name: label, color: "ededed" };
  return { name: label.name ?? "", color: `${label.color ?? "ededed"}` };
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function titleEvents({ title: from }, { title: to }) {
  return from === to ? [] : [{ event: "renamed", rename: { from, to } }];
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function milestoneEvents(before, after) {
  const [had, has] = [before.milestone?.title, after.milestone?.title];
  if (had === has) return [];
  return [
    ...(had === undefined ? [] : [{ event: "demilestoned", milestone: { title: had } }]),
    ...(has === undefined ? [] : [{ event: "milestoned", milestone: { title: has } }]),
  ];
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function assignmentEvents({ assignees: had = [] }, { assignees: has = [] }) {
  const before = had.map(({ login }) => login);
  return has
    .filter(({ login }) => !before.includes(login))
    .map((assignee) => ({ event: "assigned", assignee }));
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function typeEvents({ type: had }, { type: has }) {
  if ((had?.name ?? null) === (has?.name ?? null)) return [];
  if (!had) return [{ event: "issue_type_added", issue_type: has }];
  if (!has) return [{ event: "issue_type_removed", prev_issue_type: had }];
  return [{ event: "issue_type_changed", issue_type: has, prev_issue_type: had }];
}

/** @param {StandInIssue} before @param {StandInIssue} after @returns {Told[]} */
function stateEvents(before, after) {
  const isNewReason = after.state_reason !== before.state_reason;
  if (after.state === "closed" && (before.state === "open" || isNewReason)) {
    return [{ event: "closed", state_reason: after.state_reason ?? null }];
  }
  return before.state === "closed" && after.state === "open" ? [{ event: "reopened" }] : [];
}
