import { readFileSync } from "node:fs";
import { errorCode } from "./expected-failure.mjs";

/**
 * Whether another process than this one has that id now.
 * @param {number} processId
 */
export function isOtherLiveProcess(processId) {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/**
 * @param {string} file
 * @returns {number | null} null where the file is gone or holds no process id
 */
export function readProcessId(file) {
  try {
    const id = Number.parseInt(readFileSync(file, "utf8"), 10);
    return Number.isInteger(id) && id > 0 ? id : null;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
