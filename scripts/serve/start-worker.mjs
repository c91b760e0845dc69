import process from "node:process";
import { pathToFileURL } from "node:url";
import { buildWorker } from "../prepare/build-worker.mjs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { markServing } from "../prepare/serving-marks.mjs";
import { loadSettingsFile, readServeSettings } from "./read-settings.mjs";

const limitMs = 9_500;

/** `npm run worker`: a process that syncs and serves nothing, beside the web server on one database. */
export async function startWorker() {
  const show = process.argv.includes("--verbose");
  loadSettingsFile(projectRoot);
  const settings = readServeSettings(process.env, projectRoot);
  if (settings.databaseUrl === null) throw new ExpectedFailure(onlyWithAServer);
  const bundle = await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show });
    const file = await buildWorker(projectRoot);
    markServing(projectRoot);
    return file;
  });
  process.chdir(projectRoot);
  Object.assign(process.env, { NODE_ENV: "production" });
  const { beginWork } = await import(pathToFileURL(bundle).href);
  /** @type {() => Promise<void>} */
  const close = await begin(beginWork);
  handBackOnSignal(close);
  console.log("Backlog Balance's worker is ready. Stop it with Ctrl+C.");
}

const onlyWithAServer =
  "A worker shares the work of a database server: set DATABASE_URL. " +
  "Without one, `npm start` syncs by itself.";

/** @param {() => Promise<() => Promise<void>>} beginWork */
async function begin(beginWork) {
  try {
    return await beginWork();
  } catch (error) {
    const isForPeople = error instanceof Error && error.name === "AppError";
    if (!isForPeople) throw error;
    throw new ExpectedFailure(`The worker cannot start: ${error.message}`);
  }
}

/**
 * On SIGTERM or SIGINT the runs under way go back to the queue at their next page, in ten seconds
 * at most; a second signal ends it at once. What is not handed back is found by its lease.
 * @param {() => Promise<void>} close
 */
function handBackOnSignal(close) {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`Stopping (${signal}) …`);
    setTimeout(() => process.exit(1), limitMs).unref();
    void close().then(
      () => process.exit(0),
      (error) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
