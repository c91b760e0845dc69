import { formatSeconds } from "../prepare/announce-step.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { checks } from "./checks.mjs";

/**
 * `npm run verify`: every check at once, one line each; the full output of those that failed comes
 * after. Exits 1 where any failed. Needs no database and no network once packages are installed.
 */
export async function runChecks() {
  await withFolderLock(projectRoot, () => installPackages(projectRoot));
  const results = await Promise.all(checks.map((check) => runCheck(check)));
  const failed = results.filter((result) => result.code !== 0);
  for (const { title, output } of failed) console.error(`\n── ${title}\n${output.trim()}`);
  if (failed.length > 0) process.exitCode = 1;
}

/** @param {import("./checks.mjs").Check} check */
async function runCheck({ title, run }) {
  const startedAt = performance.now();
  const result = await run(projectRoot).catch(failedResult);
  const took = formatSeconds(performance.now() - startedAt);
  console.log(`${result.code === 0 ? "ok    " : "FAILED"} ${title} (${took})`);
  return { title, ...result };
}

/**
 * A check that throws has failed; the rest still run.
 * @param {unknown} error
 */
function failedResult(error) {
  return { code: 1, output: error instanceof Error ? (error.stack ?? error.message) : `${error}` };
}
