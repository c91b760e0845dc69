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
  const lines = gunzipSync(readFileSync(join(path, "issues.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  /** @type {StandInIssue[]} */
  const issues = lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
  const fromRecords = /\/repos\/([^/]+)\/([^/]+)$/.exec(issues[0]?.repository_url ?? "");
  const [owner, name] = fromRecords?.slice(1) ?? basename(path).split("__");
  if (!owner || !name) throw new Error(`${path}: name the folder owner__name.`);
  return { owner, name, issues };
}
