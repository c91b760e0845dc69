import { linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ExpectedFailure, errorCode } from "./expected-failure.mjs";
import { isOtherLiveProcess, readProcessId } from "./live-process.mjs";

const waitLimitMs = 10 * 60_000;
/** A lock without a process id yet is one being written, for this long at most. */
const writingMs = 2_000;

/**
 * Runs `task` while no other process prepares the same folder; waits for one that does.
 * A lock whose process is gone is taken over.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} task
 * @param {{ waitMs?: number }} [options] how long to wait for another process
 * @returns {Promise<T>}
 * @throws {ExpectedFailure} where the other process does not finish in time
 */
export async function withFolderLock(root, task, options = {}) {
  const file = path.join(root, ".cache", "prepare.lock");
  mkdirSync(path.dirname(file), { recursive: true });
  await acquire(file, options.waitMs ?? waitLimitMs);
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await task();
  } finally {
    process.off("exit", release);
    release();
  }
}

/**
 * @param {string} file
 * @param {number} waitMs
 */
async function acquire(file, waitMs) {
  const giveUpAt = Date.now() + waitMs;
  let announced = false;
  while (!tryCreate(file)) {
    if (takeOverIfAbandoned(file)) continue;
    const holder = readProcessId(file);
    if (Date.now() > giveUpAt) {
      throw new ExpectedFailure(
        `Process ${holder} has been preparing this folder for too long. ` +
          `Stop it, or delete ${file} if it is something else, and start again.`,
      );
    }
    if (!announced) console.log(`Waiting for process ${holder}, which is preparing this folder …`);
    announced = true;
    await sleep(250);
  }
}

/** @param {string} file */
function tryCreate(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Moves an abandoned lock aside rather than deleting it: two processes may both have seen it, and
 * the slower one would delete the lock the faster one has just made. What it moved wrongly goes back.
 * @param {string} file
 * @returns {boolean} whether it is worth trying to create the lock at once
 */
function takeOverIfAbandoned(file) {
  if (isHeld(file)) return false;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (isHeld(aside)) linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
  return true;
}

/** @param {string} file */
function isHeld(file) {
  const holder = readProcessId(file);
  if (holder !== null) return isOtherLiveProcess(holder);
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < writingMs;
}
