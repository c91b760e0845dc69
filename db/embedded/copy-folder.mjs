// Plain JavaScript: the database's thread loads it by path, outside the bundle.
import { constants, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join, relative } from "node:path";

const copyOnWrite = constants.COPYFILE_FICLONE;
const log = "pg_wal";
/** Says where in the log to begin. */
const control = join("global", "pg_control");

/**
 * Copies a database's folder while it is written to, after a checkpoint and with none until the end,
 * as PostgreSQL's own base backups do: pages torn by the copying are made good from the log. The
 * log comes last and in one go, so that it has all that the other files have.
 * @param {string} from
 * @param {string} to made anew
 * @param {() => boolean} isBrokenOff asked before each file; rejects where it is
 */
export async function copyFolder(from, to, isBrokenOff) {
  await copyInside(from, to, { folder: "", isBrokenOff });
  for (const entry of readdirSync(join(from, log), { withFileTypes: true, recursive: true })) {
    const path = relative(from, join(entry.parentPath, entry.name));
    if (entry.isDirectory()) mkdirSync(join(to, path), { recursive: true });
    else copyFileSync(join(from, path), join(to, path), copyOnWrite);
  }
  copyFileSync(join(from, control), join(to, control), copyOnWrite);
}

/**
 * @param {string} from
 * @param {string} to
 * @param {{ folder: string; isBrokenOff: () => boolean }} part the folder inside both
 */
async function copyInside(from, to, { folder, isBrokenOff }) {
  await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  for (const entry of await readdir(join(from, folder), { withFileTypes: true })) {
    if (isBrokenOff()) throw new Error("The copy was broken off.");
    const path = join(folder, entry.name);
    if (path === log) await mkdir(join(to, path), { mode: 0o700 });
    else if (entry.isDirectory())
      await whereThere(copyInside(from, to, { folder: path, isBrokenOff }));
    else if (path !== control)
      await whereThere(copyFile(join(from, path), join(to, path), copyOnWrite));
  }
}

/**
 * What is removed meanwhile, the log removes from the copy too.
 * @param {Promise<void>} copying
 */
async function whereThere(copying) {
  try {
    await copying;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
