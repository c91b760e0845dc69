import { generateItem } from "./generate-item.mjs";

/**
 * @typedef {import("./generate-item.mjs").GeneratedItem} GeneratedItem
 * @typedef {import("./generate-item.mjs").Change} Change
 * @typedef {import("./tracker.mjs").Asked} Asked
 * @typedef {import("./tracker.mjs").Told} Told
 */

const pageSize = 100;
const statuses = [
  { id: "1", name: "Open", category: "new" },
  { id: "6", name: "Closed", category: "done" },
];

/**
 * A Jira Cloud with one project of so many issues, each serialised beforehand: what a sync asks of
 * it, and no more. A path may name a smaller one, `/first/1000/rest/…`.
 * @param {number} items
 * @returns {(asked: Asked) => Told}
 */
export function createJiraPages(items) {
  const all = Array.from({ length: items }, (_, index) => generateItem(index + 1));
  const issues = all.map((item) => JSON.stringify(issueOf(item)));
  const histories = all.map((item) => JSON.stringify(changelogOf(item)));
  const created = all.map(({ createdAt }) => createdAt.getTime());
  return ({ url, size, text }) => {
    if (url.pathname.endsWith("/search/jql")) {
      return { body: answerSearch({ issues, created, size }, text) };
    }
    if (url.pathname.endsWith("/changelog/bulkfetch")) {
      return { body: answerChangelogs(histories, text) };
    }
    return { body: JSON.stringify(small(url.pathname, size)) };
  };
}

/** @param {string} path @param {number} size */
function small(path, size) {
  if (path.endsWith("/myself")) return { accountId: "1", displayName: "Ada", timeZone: "Etc/UTC" };
  if (path.endsWith("/approximate-count")) return { count: size };
  if (path.endsWith("/mypermissions")) {
    return { permissions: { BROWSE_PROJECTS: { havePermission: true } } };
  }
  if (!path.endsWith("/status")) return [];
  return statuses.map(({ id, name, category }) => ({
    id,
    name,
    statusCategory: { key: category },
  }));
}

/**
 * The walk asks for what was created from a minute on; only its first row can be one it has read.
 * @param {{ issues: string[], created: number[], size: number }} held
 * @param {string} text
 */
function answerSearch({ issues, created, size }, text) {
  const from = /created >= \\"(\d{4}-\d\d-\d\d) (\d\d:\d\d)\\"/.exec(text);
  const fromMs = from === null ? 0 : Date.parse(`${from[1]}T${from[2]}:00Z`);
  const start = fromMs === 0 ? 0 : created.findIndex((at) => at >= fromMs);
  const end = Math.min(start + pageSize, size);
  const isLast = end >= size;
  const more = isLast ? "" : `,"nextPageToken":"${end}"`;
  return `{"issues":[${issues.slice(start, end).join(",")}]${more},"isLast":${isLast}}`;
}

/** @param {string[]} histories @param {string} text */
function answerChangelogs(histories, text) {
  /** @type {{ issueIdsOrKeys: string[] }} */
  const { issueIdsOrKeys } = JSON.parse(text);
  const logs = issueIdsOrKeys.map((id) => histories[Number(id) - 20_001]);
  return `{"issueChangeLogs":[${logs.join(",")}]}`;
}

/** @param {GeneratedItem} item */
function issueOf(item) {
  const { number, title, body, labels, createdAt, updatedAt, closedAt } = item;
  const status = closedAt ? statuses[1] : statuses[0];
  const content = body.split("\n").map((line) => ({
    type: "paragraph",
    content: line === "" ? [] : [{ type: "text", text: line }],
  }));
  return {
    expand: "operations,versionedRepresentations,editmeta,changelog,renderedFields",
    id: String(20_000 + number),
    self: `https://bench.atlassian.net/rest/api/3/issue/${20_000 + number}`,
    key: `SHOP-${number}`,
    fields: {
      summary: title,
      description: { type: "doc", version: 1, content },
      status: { ...status, statusCategory: { id: 1, key: status?.category, name: "Category" } },
      issuetype: { id: "1", name: number % 3 === 0 ? "Bug" : "Task", subtask: false },
      project: { id: "10000", key: "SHOP", name: "Shop" },
      resolution: closedAt && { id: "1", name: "Done" },
      resolutiondate: closedAt && instant(closedAt),
      created: instant(createdAt),
      updated: instant(updatedAt),
      labels: labels.map((name) => name.replaceAll(" ", "-")),
      components: [],
      fixVersions: [],
      priority: { id: "3", name: "Medium" },
      assignee: item.assignee && personOf(item.assignee),
      reporter: personOf(item.author),
    },
  };
}

/** @param {string} name */
function personOf(name) {
  const avatar = `https://avatar-management.example.net/initials/${name}`;
  const avatarUrls = { "48x48": avatar, "24x24": avatar, "16x16": avatar, "32x32": avatar };
  return { accountId: `5b10${name}`, displayName: name, active: true, avatarUrls };
}

/** @param {GeneratedItem} item */
function changelogOf({ number, changes }) {
  const changeHistories = changes
    .filter(({ kind }) => kind !== "renamed")
    .map((change, index) => ({
      id: String(number * 10 + index),
      author: personOf("ada"),
      created: change.at.getTime(),
      items: [entryOf(change)],
    }));
  return { issueId: String(20_000 + number), changeHistories };
}

/** @param {Change} change */
function entryOf({ kind, label = "" }) {
  if (kind === "labeled" || kind === "unlabeled") {
    const name = label.replaceAll(" ", "-");
    const [before, after] = kind === "labeled" ? ["", name] : [name, ""];
    return { ...fieldOf("labels"), fromString: before, toString: after };
  }
  const [before, after] = kind === "closed" ? statuses : statuses.toReversed();
  const [from, to] = [before?.id, after?.id];
  return { ...fieldOf("status"), from, to, fromString: before?.name, toString: after?.name };
}

/** @param {string} field */
function fieldOf(field) {
  return { field, fieldId: field, fieldtype: "jira" };
}

/** Jira's instants have no colon in the offset. @param {Date} date */
function instant(date) {
  return date.toISOString().replace("Z", "+0000");
}
