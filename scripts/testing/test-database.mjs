import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { findPort } from "../serve/check-places.mjs";
import { listFolder } from "./find-browser.mjs";
import { findPostgres } from "./find-postgres.mjs";
import { startPostgres } from "./postgres-server.mjs";

/**
 * @typedef {object} TestDatabase
 * @property {string | null} url null where the server tests cannot be run here
 * @property {() => Promise<void>} stop
 */

const nothingToStop = async () => {};

/**
 * The PostgreSQL server of this run: the given one, else a local one started for it, else none.
 * Says which in one line.
 * @returns {Promise<TestDatabase>}
 */
export async function openTestDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    console.log("PostgreSQL: the server of TEST_DATABASE_URL.");
    return { url: given, stop: nothingToStop };
  }
  const binaries = findPostgres({
    env: process.env,
    list: listFolder,
    real: realFile,
    ask: askProgram,
  });
  if (!binaries) {
    console.log(
      "PostgreSQL: none here (15 or newer), so the server tests are skipped; the embedded ones run.",
    );
    return { url: null, stop: nothingToStop };
  }
  return startOrSkip(binaries);
}

/**
 * @param {import("./find-postgres.mjs").PostgresBinaries} binaries
 * @returns {Promise<TestDatabase>}
 */
async function startOrSkip(binaries) {
  try {
    const server = await startPostgres(binaries, await findPort("127.0.0.1", 0));
    console.log(`PostgreSQL: ${binaries.major}, started for this run.`);
    return server;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.log(`PostgreSQL: the server tests are skipped. ${error.message}`);
    return { url: null, stop: nothingToStop };
  }
}

/** @param {string} file */
function realFile(file) {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @param {string} argument
 */
function askProgram(file, argument) {
  const answer = spawnSync(file, [argument], { encoding: "utf8", timeout: 10_000 });
  return answer.status === 0 ? answer.stdout : null;
}
