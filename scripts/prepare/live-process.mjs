import { readFileSync } from "node:fs";
import { errorCode } from "./expected-failure.mjs";

/**
 * Whether another process than this one has that id now, and runs.
 * @param {number} processId
 */
export function isOtherLiveProcess(processId) {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/**
 * Whether a process was killed and is only listed until its parent asks for it, which may be never.
 * False where the system does not tell (only Linux does).
 * @param {number} processId
 */
function isZombie(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
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
