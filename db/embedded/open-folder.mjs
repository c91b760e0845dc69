// Plain JavaScript: the database's thread loads it by path, outside the bundle.
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DurableFiles, durableStartParams } from "./durable-files.mjs";
import { flushNames } from "./flush-names.mjs";

/** Stands in a folder all of which has reached the disk once; since then, the file layer sees to it. */
const flushedMark = "backlog_balance_flushed";

/**
 * Opens the database in a folder, made where absent. A new one is made under another name and gets
 * its own when all of it is on the disk: a power cut leaves a whole database or none.
 * @param {string} folder
 */
export async function openFolder(folder) {
  if (!existsSync(folder)) await makeDatabase(folder);
  if (!existsSync(join(folder, flushedMark))) await flushOnce(folder);
  const files = new DurableFiles(folder);
  const database = await PGlite.create({ fs: files, startParams: durableStartParams });
  return { database, files };
}

/** @param {string} folder */
async function makeDatabase(folder) {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const database = await PGlite.create(unfinished);
  await database.close();
  await flushOnce(unfinished);
  renameSync(unfinished, folder);
  flushNames(dirname(folder));
}

/**
 * What wrote the folder has not asked for that: PGlite's initdb, or Backlog Balance before it had a
 * file layer of its own.
 * @param {string} folder
 */
async function flushOnce(folder) {
  await flushTree(folder);
  writeFileSync(join(folder, flushedMark), "");
  flushNames(folder);
}

/** @param {string} folder */
async function flushTree(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return flushTree(path);
      return entry.isFile() ? flushContent(path) : undefined;
    }),
  );
  flushNames(folder);
}

/** @param {string} path */
async function flushContent(path) {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}
