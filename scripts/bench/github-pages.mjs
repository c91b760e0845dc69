import { generateItem } from "./generate-item.mjs";

/**
 * @typedef {import("./generate-item.mjs").GeneratedItem} GeneratedItem
 * @typedef {import("./generate-item.mjs").Change} Change
 * @typedef {import("./tracker.mjs").Asked} Asked
 * @typedef {import("./tracker.mjs").Told} Told
 */

const pageSize = 100;
const repository = "/repos/bench/shop";

/**
 * A repository of so many issues, serialised beforehand: what a sync asks of GitHub, and no more.
 * A path may name a smaller one, `/first/1000/repos/…`, which has the first issues only.
 * @param {number} items
 * @returns {(asked: Asked) => Told}
 */
export function createGithubPages(items) {
  /** @type {Buffer[]} */
  const pages = [];
  /** @type {string[]} */
  const histories = [];
  for (let start = 0; start < items; start += pageSize) {
    const page = Array.from({ length: pageSize }, (_, index) => generateItem(start + index + 1));
    pages.push(Buffer.from(JSON.stringify(page.map(issueOf))));
    for (const item of page) histories.push(JSON.stringify(historyOf(item)));
  }
  return ({ url, size, text }) => {
    if (url.pathname.endsWith("/graphql")) return { body: answerQuery(histories, text) };
    if (url.pathname.endsWith("/issues")) return pageOf(pages, url, size);
    return { body: "[]" };
  };
}

/** @param {Buffer[]} pages @param {URL} url @param {number} size @returns {Told} */
function pageOf(pages, url, size) {
  if (url.searchParams.get("direction") === "desc") {
    return { body: JSON.stringify([issueOf(generateItem(size))]) };
  }
  const index = Number(url.searchParams.get("after") ?? 0);
  const next = new URL(url);
  next.searchParams.set("after", `${index + 1}`);
  const isLast = (index + 1) * pageSize >= size;
  return { body: pages[index] ?? "[]", link: isLast ? null : `<${next.href}>; rel="next"` };
}

/** @param {string[]} histories @param {string} text */
function answerQuery(histories, text) {
  /** @type {{ variables: { ids: string[] } }} */
  const { variables } = JSON.parse(text);
  const nodes = variables.ids.map((id) => histories[Number(id.slice("I_".length)) - 1] ?? "null");
  return `{"data":{"nodes":[${nodes.join(",")}]}}`;
}

/** As wide as GitHub's own records, which carry a dozen addresses a person. @param {GeneratedItem} item */
function issueOf(item) {
  const { number, title, body, labels, createdAt, updatedAt, closedAt } = item;
  const api = `https://api.github.com${repository}`;
  const url = `${api}/issues/${number}`;
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `https://github.com/bench/shop/issues/${number}`,
    id: 2_000_000_000 + number,
    node_id: `I_${number}`,
    number,
    title,
    user: personOf(item.author),
    labels: labels.map((name) => labelOf(api, name)),
    state: closedAt ? "closed" : "open",
    locked: false,
    assignee: item.assignee && personOf(item.assignee),
    assignees: item.assignee ? [personOf(item.assignee)] : [],
    milestone: null,
    comments: number % 7,
    created_at: instant(createdAt),
    updated_at: instant(updatedAt),
    closed_at: closedAt && instant(closedAt),
    author_association: "CONTRIBUTOR",
    type: null,
    active_lock_reason: null,
    body,
    reactions: { url: `${url}/reactions`, total_count: 0, "+1": 0, "-1": 0, laugh: 0, heart: 0 },
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: closedAt ? "completed" : null,
  };
}

/** @param {string} login */
function personOf(login) {
  const url = `https://api.github.com/users/${login}`;
  const places = [
    "followers",
    "following{/other_user}",
    "gists{/gist_id}",
    "starred{/owner}{/repo}",
  ];
  const more = ["subscriptions", "orgs", "repos", "events{/privacy}", "received_events"];
  return {
    login,
    id: 6_399_679,
    node_id: "MDQ6VXNlcjYzOTk2Nzk=",
    avatar_url: "https://avatars.githubusercontent.com/u/6399679?v=4",
    gravatar_id: "",
    url,
    html_url: `https://github.com/${login}`,
    ...Object.fromEntries(
      [...places, ...more].map((place) => [`${place.split("{")[0]}_url`, `${url}/${place}`]),
    ),
    type: "User",
    site_admin: false,
  };
}

/** @param {string} api @param {string} name */
function labelOf(api, name) {
  const url = `${api}/labels/${encodeURIComponent(name)}`;
  const node_id = `L_${name.replaceAll(" ", "_")}`;
  return {
    id: 2_146_203_879,
    node_id,
    url,
    name,
    description: "",
    color: "f4e095",
    default: false,
  };
}

const typeNames = {
  labeled: "LabeledEvent",
  unlabeled: "UnlabeledEvent",
  renamed: "RenamedTitleEvent",
  closed: "ClosedEvent",
  reopened: "ReopenedEvent",
};

/** @param {GeneratedItem} item */
function historyOf({ number, title, changes }) {
  const nodes = changes.map((change) => eventOf(change, title));
  const pageInfo = { hasNextPage: false, endCursor: null };
  return { __typename: "Issue", id: `I_${number}`, timelineItems: { nodes, pageInfo } };
}

/** @param {Change} change @param {string} title */
function eventOf({ kind, at, label, from }, title) {
  const common = { __typename: typeNames[kind], createdAt: instant(at) };
  if (label) return { ...common, label: { id: `L_${label.replaceAll(" ", "_")}`, name: label } };
  if (from) return { ...common, previousTitle: from, currentTitle: title };
  return kind === "closed" ? { ...common, stateReason: "COMPLETED" } : common;
}

/** GitHub tells whole seconds. @param {Date} date */
function instant(date) {
  return date.toISOString().replace(".000Z", "Z");
}
