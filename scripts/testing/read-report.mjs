import { readFileSync, rmSync } from "node:fs";

/**
 * Deletes what an earlier run left, so that a crash cannot be mistaken for its result.
 * @param {string} file
 */
export function forgetReport(file) {
  rmSync(file, { force: true });
}

/**
 * A missing or broken report is null: the runner that should have written it crashed.
 * @template T
 * @param {string} file
 * @param {(report: T) => import("./count-tests.mjs").TestCounts} count
 * @returns {import("./count-tests.mjs").TestCounts | null}
 */
export function readCounts(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.error(`No test report: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
