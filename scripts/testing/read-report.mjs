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
 * @param {string} file
 * @returns {unknown}
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`No test report: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
