import { createHash } from "node:crypto";
import { historyBody, issueBody } from "./jira-bodies.mjs";
import { evaluateJql } from "./jql-evaluator.mjs";

/**
 * @typedef {import("./jira-routes.mjs").JiraCall} JiraCall
 * @typedef {import("./jira-routes.mjs").JiraAnswer} JiraAnswer
 */

const unbounded =
  "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.";

/** Cloud's `/search/jql`. @param {JiraCall} call @returns {JiraAnswer} */
export function searchByToken(call) {
  const { jql = "", fields = [], maxResults = 50, nextPageToken, expand = "" } = call.input;
  const { rows, isBounded } = evaluateJql(String(jql), call.world);
  if (!isBounded) return refusal(unbounded);
  const mark = createHash("sha256").update(String(jql)).digest("hex").slice(0, 12);
  const start = nextPageToken === undefined ? 0 : startOf(String(nextPageToken), mark, rows);
  if (start === null) return refusal("The provided next page token is invalid or has expired.");
  const names = listOf(fields);
  const idsOnly = names.every((name) => name === "id" || name === "key");
  const limit = Math.min(Number(maxResults), idsOnly ? 5000 : call.pageLimit);
  const page = rows.slice(start, start + limit);
  const last = start + limit < rows.length ? page.at(-1) : undefined;
  const withChangelog = listOf(expand).includes("changelog");
  const issues = page.map((row) => issueBody(row, names, withChangelog, { ...call, version: 3 }));
  if (last === undefined) return { status: 200, body: { issues, isLast: true } };
  const token = Buffer.from(`${mark}:${last.issue.id}`).toString("base64");
  return { status: 200, body: { issues, nextPageToken: token, isLast: false } };
}

/**
 * Where the row after the token's stands now; null for a token of another query, or a row gone.
 * @param {string} token
 * @param {string} mark
 * @param {{ issue: { id: number } }[]} rows
 */
function startOf(token, mark, rows) {
  const [own, id] = Buffer.from(token, "base64").toString().split(":");
  const index = rows.findIndex(({ issue }) => String(issue.id) === id);
  return own === mark && index !== -1 ? index + 1 : null;
}

/** Data Center's `/search`. @param {JiraCall} call @returns {JiraAnswer} */
export function searchByNumber(call) {
  const { jql = "", fields, maxResults = 50, startAt = 0, expand = "" } = call.input;
  const { rows } = evaluateJql(String(jql), call.world);
  const limit = Math.min(Number(maxResults), call.pageLimit);
  const start = Number(startAt);
  const names = fields === undefined ? null : listOf(fields);
  const withChangelog = listOf(expand).includes("changelog");
  const issues = rows
    .slice(start, start + limit)
    .map((row) => issueBody(row, names, withChangelog, { ...call, version: 2 }));
  const body = { expand: "schema,names", startAt: start, maxResults: limit, total: rows.length };
  return { status: 200, body: { ...body, issues } };
}

/** @param {JiraCall} call @returns {JiraAnswer} */
export function countApproximately(call) {
  const { rows, isBounded } = evaluateJql(String(call.input.jql ?? ""), call.world);
  return isBounded ? { status: 200, body: { count: rows.length } } : refusal(unbounded);
}

/**
 * Changelogs of several issues, entries of all of them sorted by time, a page at a time. Instants
 * are numbers here, as in the vendor's example.
 * @param {JiraCall} call
 * @returns {JiraAnswer}
 */
export function bulkChangelogs(call) {
  const { issueIdsOrKeys = [], fieldIds, nextPageToken, maxResults = 1000 } = call.input;
  const ids = listOf(issueIdsOrKeys);
  if (ids.length === 0 || ids.length > 1000) return refusal("Name 1 to 1000 issues.");
  const wanted = fieldIds === undefined ? null : listOf(fieldIds);
  const entries = call.world.projects
    .flatMap(({ issues }) => issues)
    .filter(({ id, key }) => ids.includes(String(id)) || ids.includes(key))
    .flatMap(({ id, histories }) => histories.map((entry) => ({ id, entry })))
    .filter(
      ({ entry }) => wanted === null || entry.items.some(({ field }) => wanted.includes(field)),
    )
    .sort((one, other) => Date.parse(one.entry.created) - Date.parse(other.entry.created));
  const start = Number(nextPageToken ?? 0);
  const limit = Math.min(Number(maxResults), call.changelogPage);
  /** @type {Map<number, unknown[]>} */
  const byIssue = new Map();
  for (const { id, entry } of entries.slice(start, start + limit)) {
    const history = { ...historyBody(entry, true), created: Date.parse(entry.created) };
    byIssue.set(id, [...(byIssue.get(id) ?? []), history]);
  }
  const issueChangeLogs = [...byIssue].map(([id, changeHistories]) => ({
    issueId: String(id),
    changeHistories,
  }));
  const next = start + limit < entries.length ? { nextPageToken: String(start + limit) } : {};
  return { status: 200, body: { issueChangeLogs, ...next } };
}

/** Lists come as JSON arrays or, in a query, separated by commas. @param {unknown} value */
function listOf(value) {
  if (Array.isArray(value)) return value.map(String);
  return String(value ?? "")
    .split(",")
    .filter((part) => part !== "");
}

/** @param {string} message @returns {JiraAnswer} */
export function refusal(message) {
  return { status: 400, body: { errorMessages: [message], errors: {} } };
}
