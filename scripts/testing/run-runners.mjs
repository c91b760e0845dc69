import path from "node:path";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { countPlaywright, countVitest, withCrash } from "./count-tests.mjs";
import { failedInPlaywright, failedInVitest } from "./failed-tests.mjs";
import { getBrowser } from "./get-browser.mjs";
import { forgetReport, readReport } from "./read-report.mjs";

/**
 * @typedef {object} RunnerResult
 * @property {import("./count-tests.mjs").TestCounts} counts
 * @property {import("./failed-tests.mjs").FailedTest[]} failed
 */

/**
 * A runner that left no report counts as one failure, which has no name.
 * @type {RunnerResult}
 */
export const nothingRan = { counts: withCrash(1, null), failed: [] };

/**
 * Runs vitest's given projects in one go.
 * @param {string} root
 * @param {{ projects: readonly string[], filters: readonly string[], env: NodeJS.ProcessEnv }} run
 * @returns {Promise<RunnerResult>}
 */
export async function runVitest(root, { projects, filters, env }) {
  const report = path.join(root, "test-results", "reports", "vitest.json");
  forgetReport(report);
  const args = ["run", ...projects.flatMap((project) => ["--project", project]), ...filters];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const result = await runCommand(process.execPath, [vitest, ...args, ...reporters], {
    cwd: root,
    env: { ...env, NODE_ENV: "test" },
    show: true,
  });
  const told =
    /** @type {import("./count-tests.mjs").VitestReport & import("./failed-tests.mjs").VitestFailures | null} */ (
      readReport(report)
    );
  if (told === null) return nothingRan;
  return { counts: withCrash(result.code, countVitest(told)), failed: failedInVitest(told, root) };
}

/**
 * Runs the browser tests against the built application. No browser to be had is a failure.
 * @param {string} root
 * @param {{ filters: readonly string[], env: NodeJS.ProcessEnv }} run
 * @returns {Promise<RunnerResult>}
 */
export async function runPlaywright(root, { filters, env }) {
  const report = path.join(root, "test-results", "reports", "playwright.json");
  forgetReport(report);
  const browser = await browserOrNull(root);
  if (browser === null) return nothingRan;
  console.log(`Browser: ${browser}`);
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  const args = ["test", ...filters, "--reporter=list,json"];
  const result = await runCommand(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: true,
  });
  const told =
    /** @type {import("./count-tests.mjs").PlaywrightReport & import("./failed-tests.mjs").PlaywrightFailures | null} */ (
      readReport(report)
    );
  if (told === null) return nothingRan;
  return {
    counts: withCrash(result.code, countPlaywright(told)),
    failed: failedInPlaywright(told),
  };
}

/** @param {string} root */
async function browserOrNull(root) {
  try {
    return await getBrowser(root);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.error(error.message);
    return null;
  }
}
