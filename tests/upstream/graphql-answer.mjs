import { z } from "zod";

/**
 * @typedef {import("./types.ts").StandInEvent} StandInEvent
 * @typedef {import("./issue-store.mjs").StoredRepository} StoredRepository
 * @typedef {import("./github-routes.mjs").Answer} Answer
 */

const bodySchema = z.object({
  query: z.string(),
  variables: z.object({ ids: z.array(z.string()).max(100), after: z.string().nullish() }),
});

/** GraphQL's names of the events that are stood in for. @type {Record<string, string>} */
const typeNames = {
  closed: "ClosedEvent",
  reopened: "ReopenedEvent",
  labeled: "LabeledEvent",
  unlabeled: "UnlabeledEvent",
  renamed: "RenamedTitleEvent",
  milestoned: "MilestonedEvent",
  demilestoned: "DemilestonedEvent",
  issue_type_added: "IssueTypeAddedEvent",
  issue_type_changed: "IssueTypeChangedEvent",
  issue_type_removed: "IssueTypeRemovedEvent",
  transferred: "TransferredEvent",
  assigned: "AssignedEvent",
};

const pageSize = 100;

/**
 * Answers the one question a sync asks: the timelines of some issues, by their node ids. It reads
 * the query no further than for the types it names: one that GitHub does not have is an error.
 * @param {StoredRepository[]} repositories those that the asker may see
 * @param {string} text the request's body
 * @returns {Answer}
 */
export function answerGraphql(repositories, text) {
  const parsed = bodySchema.safeParse(jsonOf(text));
  if (!parsed.success) return { status: 400, body: { message: "Problems parsing JSON" } };
  const { query, variables } = parsed.data;
  const named = [...query.matchAll(/\.\.\. on (\w+Event)\b/g)].map(([, name]) => `${name}`);
  const strange = named.find((name) => !Object.values(typeNames).includes(name));
  if (strange !== undefined) {
    const message = `No such type ${strange}, so it can't be a fragment condition`;
    return { status: 200, body: { errors: [{ message, path: ["query History"] }] } };
  }
  const nodes = variables.ids.map((id) => nodeOf(repositories, id, variables.after ?? null));
  const errors = nodes.flatMap((node, index) => (node === null ? [unresolved(index)] : []));
  return { status: 200, body: { data: { nodes }, ...(errors.length > 0 ? { errors } : {}) } };
}

/** @param {string} text */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @param {number} index */
function unresolved(index) {
  return { type: "NOT_FOUND", path: ["nodes", index], message: "Could not resolve to a node." };
}

/** @param {StoredRepository[]} repositories @param {string} id @param {string | null} after */
function nodeOf(repositories, id, after) {
  for (const repository of repositories) {
    const issue = repository.issues.find(({ node_id }) => node_id === id);
    if (issue === undefined) continue;
    const known = (repository.timelines.get(issue.number) ?? []).filter(({ event }) =>
      Object.hasOwn(typeNames, event),
    );
    const start = after === null ? 0 : Number(Buffer.from(after, "base64").toString());
    const nodes = known.slice(start, start + pageSize).map((event) => toNode(repository, event));
    const end = start + nodes.length;
    const endCursor = nodes.length > 0 ? Buffer.from(`${end}`).toString("base64") : null;
    const pageInfo = { hasNextPage: end < known.length, endCursor };
    const __typename = issue.pull_request ? "PullRequest" : "Issue";
    return { __typename, id, timelineItems: { nodes, pageInfo } };
  }
  return null;
}

/**
 * Labels go by their present name and id here, whatever they were called then.
 * @param {StoredRepository} repository
 * @param {StandInEvent} event
 */
function toNode(repository, event) {
  const common = { __typename: typeNames[event.event], createdAt: event.created_at };
  const { label, rename, milestone, issue_type, prev_issue_type, state_reason } = event;
  switch (event.event) {
    case "closed":
      return { ...common, stateReason: state_reason ? `${state_reason}`.toUpperCase() : null };
    case "labeled":
    case "unlabeled":
      return { ...common, label: presentLabel(repository, `${label?.name}`) };
    case "renamed": {
      const { from, to } = /** @type {{ from: string, to: string }} */ (rename);
      return { ...common, previousTitle: from, currentTitle: to };
    }
    case "milestoned":
    case "demilestoned":
      return { ...common, milestoneTitle: /** @type {{ title: string }} */ (milestone).title };
    case "issue_type_added":
      return { ...common, issueType: issue_type };
    case "issue_type_changed":
      return { ...common, issueType: issue_type, prevIssueType: prev_issue_type };
    case "issue_type_removed":
      return { ...common, issueType: prev_issue_type };
    case "assigned":
      return { ...common, assignee: event.assignee };
    case "transferred":
      return { ...common, fromRepository: null };
    default:
      return common;
  }
}

/** @param {StoredRepository} repository @param {string} name */
function presentLabel({ labels, formerLabels }, name) {
  const present = formerLabels.get(name) ?? name;
  const label = labels.find((one) => one.name.toLowerCase() === present.toLowerCase());
  return { id: label?.node_id ?? `LABEL_GONE_${name}`, name: label?.name ?? name };
}
