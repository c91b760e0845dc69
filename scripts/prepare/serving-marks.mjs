import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ExpectedFailure } from "./expected-failure.mjs";
import { isOtherLiveProcess, readProcessId } from "./live-process.mjs";

/**
 * Registers this process as one that serves from the folder, until it exits.
 * @param {string} root
 */
export function markServing(root) {
  const file = path.join(marksFolder(root), String(process.pid));
  writeFileSync(file, `${process.pid}\n`);
  process.once("exit", () => rmSync(file, { force: true }));
}

/**
 * Replacing the files under a running server would break it half-way through.
 * @param {string} root
 * @throws {ExpectedFailure} where another live process serves from this folder
 */
export function refuseWhileServing(root) {
  const folder = marksFolder(root);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const holder = readProcessId(file);
    if (holder !== null && isOtherLiveProcess(holder)) {
      throw new ExpectedFailure(
        `The files have changed, and process ${holder} still serves the old ones. ` +
          `Stop it (or delete ${file} if it is something else) and start again.`,
      );
    }
    rmSync(file, { force: true });
  }
}

/** @param {string} root */
function marksFolder(root) {
  const folder = path.join(root, ".cache", "serving");
  mkdirSync(folder, { recursive: true });
  return folder;
}
