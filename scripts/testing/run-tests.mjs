import { buildApp } from "../prepare/build-app.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { countsLine, sumCounts } from "./count-tests.mjs";
import { failedLines } from "./failed-tests.mjs";
import { nothingRan, runPlaywright, runVitest } from "./run-runners.mjs";
import { parseTestArguments } from "./test-arguments.mjs";
import { openTestDatabase } from "./test-database.mjs";

/**
 * `npm test`: all a clean machine needs, then every test. Ends with what failed, by name, and one
 * line of counts, and exits 1 where anything failed.
 */
export async function runTests() {
  const { parts, filters } = parseTestArguments(process.argv.slice(2));
  await withFolderLock(projectRoot, () => installPackages(projectRoot));
  const needsServer = parts.includes("db") || parts.includes("e2e");
  const database = needsServer ? await openTestDatabase() : null;
  /** @type {import("./run-runners.mjs").RunnerResult[]} */
  let results;
  try {
    results = await runParts(parts, filters, testEnvironment(database?.url ?? null));
  } finally {
    await database?.stop();
  }
  const counts = sumCounts(results.map((result) => result.counts));
  for (const line of failedLines(results.flatMap(({ failed }) => failed))) console.error(line);
  console.log(countsLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

/**
 * @param {readonly import("./test-arguments.mjs").TestPart[]} parts
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
async function runParts(parts, filters, env) {
  const results = [];
  const projects = parts.filter((part) => part !== "e2e");
  if (projects.length > 0) {
    console.log(`Tests: ${projects.join(" and ")}`);
    results.push(await runVitest(projectRoot, { projects, filters, env }));
  }
  if (parts.includes("e2e")) results.push(await runBrowserTests(filters, env));
  return results;
}

/**
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
async function runBrowserTests(filters, env) {
  console.log("Tests: browser");
  try {
    await withFolderLock(projectRoot, () => buildApp(projectRoot));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.error(error.message);
    return nothingRan;
  }
  return runPlaywright(projectRoot, { filters, env });
}

/**
 * DATABASE_URL is emptied: tests must never write to the database a developer works with.
 * @param {string | null} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
function testEnvironment(databaseUrl) {
  const env = { ...process.env, DATABASE_URL: "", NEXT_TELEMETRY_DISABLED: "1" };
  return databaseUrl === null ? env : { ...env, TEST_DATABASE_URL: databaseUrl };
}
