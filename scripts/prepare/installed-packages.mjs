import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries package folder → what is locked there
 */

/**
 * Whether node_modules holds a finished install of the lock for this platform. npm writes its own
 * list last, so a half-finished install has none; comparing that list also takes over an install
 * made by hand.
 * @param {string} root
 * @param {{ stamp: string | null, platform: string }} platforms the one the last install by these
 *   scripts was made for, null where there was none; the one that is needed
 */
export function isInstalled(root, { stamp, platform }) {
  const list = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list) || (stamp !== null && stamp !== platform)) return false;
  return agreesWithLock(readEntries(list), readEntries(path.join(root, "package-lock.json")));
}

/**
 * Every package the lock requires on all platforms is there, and none is there in another version
 * than the lock's.
 * @param {LockEntries} installed
 * @param {LockEntries} locked
 */
export function agreesWithLock(installed, locked) {
  const required = Object.keys(locked).filter(
    (folder) => folder !== "" && !locked[folder]?.optional && !locked[folder]?.devOptional,
  );
  return (
    required.every((folder) => folder in installed) &&
    Object.entries(installed).every(([folder, entry]) => locked[folder]?.version === entry.version)
  );
}

/**
 * @param {string} file
 * @returns {LockEntries} empty where the file was cut off: nothing agrees with that
 */
function readEntries(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
