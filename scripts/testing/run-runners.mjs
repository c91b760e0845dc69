import path from "node:path";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { countPlaywright, countVitest, withCrash } from "./count-tests.mjs";
import { getBrowser } from "./get-browser.mjs";
import { forgetReport, readCounts } from "./read-report.mjs";

/**
 * Runs vitest's given projects in one go.
 * @param {string} root
 * @param {{ projects: readonly string[], filters: readonly string[], env: NodeJS.ProcessEnv }} run
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
  return withCrash(result.code, readCounts(report, countVitest));
}

/**
 * Runs the browser tests against the built application. No browser to be had is a failure.
 * @param {string} root
 * @param {{ filters: readonly string[], env: NodeJS.ProcessEnv }} run
 */
export async function runPlaywright(root, { filters, env }) {
  const report = path.join(root, "test-results", "reports", "playwright.json");
  forgetReport(report);
  const browser = await browserOrNull(root);
  if (browser === null) return withCrash(1, null);
  console.log(`Browser: ${browser}`);
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  const args = ["test", ...filters, "--reporter=list,json"];
  const result = await runCommand(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: true,
  });
  return withCrash(result.code, readCounts(report, countPlaywright));
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
