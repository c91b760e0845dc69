import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "../prepare/run-command.mjs";
import { lockProblems } from "./lock-check.mjs";

/**
 * @typedef {import("../prepare/run-command.mjs").CommandResult} CheckResult
 * @typedef {object} Check
 * @property {string} title what is held true
 * @property {(root: string) => Promise<CheckResult>} run
 */

/** @type {readonly Check[]} */
export const checks = [
  { title: "format and lint", run: (root) => tool(root, "@biomejs/biome/bin/biome", ["check"]) },
  { title: "types", run: checkTypes },
  { title: "import rules", run: checkImportRules },
  { title: "dead code", run: (root) => tool(root, "knip/bin/knip.js", ["--no-progress"]) },
  { title: "package lock", run: checkLock },
];

/**
 * @param {string} root
 * @param {string} script inside node_modules
 * @param {readonly string[]} args
 */
function tool(root, script, args) {
  const file = path.join(root, "node_modules", script);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  return runCommand(process.execPath, [file, ...args], { cwd: root, env });
}

/**
 * Next writes the types of routes and style sheets into the folder; a fresh clone has none.
 * @param {string} root
 */
async function checkTypes(root) {
  if (existsSync(path.join(root, "app", "layout.tsx"))) {
    const generated = await tool(root, "next/dist/bin/next", ["typegen"]);
    if (generated.code !== 0) return generated;
  }
  return tool(root, "typescript/bin/tsc", ["--noEmit", "-p", "."]);
}

/**
 * Loaded only now: its package may have been installed a moment ago.
 * @param {string} root
 * @returns {Promise<CheckResult>}
 */
async function checkImportRules(root) {
  const { checkImports } = await import("./import-rules.mjs");
  const { violations } = await checkImports(root);
  return listResult(violations);
}

/**
 * @param {string} root
 * @returns {Promise<CheckResult>}
 */
async function checkLock(root) {
  const [lock, manifest] = await Promise.all(
    ["package-lock.json", "package.json"].map(async (name) =>
      JSON.parse(await readFile(path.join(root, name), "utf8")),
    ),
  );
  return listResult(lockProblems(lock, manifest));
}

/**
 * @param {readonly string[]} problems
 * @returns {CheckResult}
 */
function listResult(problems) {
  return { code: problems.length > 0 ? 1 : 0, output: problems.join("\n") };
}
