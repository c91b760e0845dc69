import path from "node:path";
import { parseArgs } from "node:util";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";

const usage =
  "Use: npm run test:histories -- [--count 5000] [--seed 1] [--tracker github|jira], all whole numbers.";

/**
 * `npm run test:histories`: the random histories of the tests, as many as wanted, from a seed on, on
 * the embedded database. Exits 1 at the first that goes wrong, which prints its seed.
 */
export async function runHistories() {
  const { seed, count, trackers } = parseHistoryArguments(process.argv.slice(2));
  await withFolderLock(projectRoot, () => installPackages(projectRoot));
  const vitest = path.join(projectRoot, "node_modules/vitest/vitest.mjs");
  const files = trackers.map((tracker) => `tests/db/${tracker}-histories.test.ts`);
  const { TEST_DATABASE_URL: _server, ...inherited } = process.env;
  const wanted = { HISTORIES_SEED: String(seed), HISTORIES_COUNT: String(count) };
  const { code } = await runCommand(process.execPath, [vitest, "run", ...files], {
    cwd: projectRoot,
    env: { ...inherited, ...wanted, NODE_ENV: "test" },
    show: true,
  });
  process.exitCode = code === 0 ? 0 : 1;
}

const trackers = ["github", "jira"];

/**
 * @param {string[]} args
 * @returns {{ seed: number, count: number, trackers: string[] }}
 * @throws {ExpectedFailure}
 */
export function parseHistoryArguments(args) {
  const { seed = "1", count = "5000", tracker } = valuesOf(args);
  const isWhole = [seed, count].every((text) => /^\d{1,9}$/.test(text)) && Number(count) > 0;
  const isKnown = tracker === undefined || trackers.includes(tracker);
  if (!isWhole || !isKnown) throw new ExpectedFailure(usage);
  return {
    seed: Number(seed),
    count: Number(count),
    trackers: tracker === undefined ? trackers : [tracker],
  };
}

/** @param {string[]} args */
function valuesOf(args) {
  try {
    const text = /** @type {const} */ ({ type: "string" });
    return parseArgs({ args, options: { seed: text, count: text, tracker: text } }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new ExpectedFailure(usage);
    throw error;
  }
}
