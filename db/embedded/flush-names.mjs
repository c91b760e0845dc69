// Plain JavaScript: the database's thread loads it by path, outside the bundle.
import { closeSync, fsyncSync, openSync } from "node:fs";

/** @param {string} folder whose names are to reach the disk; Windows keeps them without being asked */
export function flushNames(folder) {
  if (process.platform === "win32") return;
  let file;
  try {
    file = openSync(folder, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
