// Plain JavaScript: the database's thread loads it by path, outside the bundle.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DurableFiles, durableStartParams, flushNames } from "./durable-files.mjs";

/**
 * Opens the database in a folder, made where absent. A new one is made under another name and gets
 * its own when all of it is on the disk: a power cut leaves a whole database or none.
 * @param {string} folder
 * @param {(folder: string) => DurableFiles} [filesOf]
 */
export async function openFolder(folder, filesOf = (root) => new DurableFiles(root)) {
  if (!existsSync(folder)) await makeDatabase(folder);
  flushTree(folder);
  const files = filesOf(folder);
  const database = await PGlite.create({ fs: files, startParams: durableStartParams });
  return { database, files };
}

/** @param {string} folder */
async function makeDatabase(folder) {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const database = await PGlite.create(unfinished);
  await database.close();
  flushTree(unfinished);
  renameSync(unfinished, folder);
  flushNames(dirname(folder));
}

/**
 * Everything in a folder reaches the disk: what wrote it may not have asked for that, as Backlog
 * Balance did not before it had a file layer of its own.
 * @param {string} folder
 */
export function flushTree(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) flushTree(path);
    else if (entry.isFile()) flushContent(path);
  }
  flushNames(folder);
}

/** @param {string} path */
function flushContent(path) {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
