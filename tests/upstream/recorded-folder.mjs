import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * @typedef {import("./types.ts").StandInRepository} StandInRepository
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 */

/**
 * Reads a folder of recorded issues (`issues.jsonl.gz`, one record a line), or a folder of such
 * folders. Throws, naming the folder, where there is none.
 * @param {string} folder
 * @returns {StandInRepository[]}
 */
export function readRecordedFolder(folder) {
  const path = resolve(folder);
  if (existsSync(join(path, "issues.jsonl.gz"))) return [readRepository(path)];
  const inside = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  const repositories = inside
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, "issues.jsonl.gz")))
    .map((entry) => readRepository(join(path, entry.name)));
  if (repositories.length === 0) throw new Error(`${folder} holds no issues.jsonl.gz.`);
  return repositories;
}

/** @param {string} path @returns {StandInRepository} */
function readRepository(path) {
  /** @type {StandInIssue[]} */
  const issues = readLines(join(path, "issues.jsonl.gz"));
  const fromRecords = /\/repos\/([^/]+)\/([^/]+)$/.exec(issues[0]?.repository_url ?? "");
  const [owner, name] = fromRecords?.slice(1) ?? basename(path).split("__");
  if (!owner || !name) throw new Error(`${path}: name the folder owner__name.`);
  const { labels, events } = { labels: readLabels(path), events: readTimelines(path) };
  return { owner, name, issues, ...(labels ? { labels } : {}), ...(events ? { events } : {}) };
}

/** @param {string} file @returns {any[]} one record a line */
function readLines(file) {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** @param {string} path @returns {StandInRepository["labels"]} */
function readLabels(path) {
  const file = join(path, "labels.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** @param {string} path @returns {StandInRepository["events"]} */
function readTimelines(path) {
  const file = join(path, "timeline.jsonl.gz");
  if (!existsSync(file)) return undefined;
  return Object.fromEntries(readLines(file).map(({ number, events }) => [number, events]));
}
