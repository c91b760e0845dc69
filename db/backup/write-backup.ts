import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Db } from "../client";
import { flushNames } from "../embedded/flush-names.mjs";
import type { BackupOrigin } from "./format";
import { readLines } from "./read-lines";

/**
 * Writes what a snapshot holds into a file, which is there under its name only once all of it is on
 * the disk. Readable for its owner alone: it has everything but the key to the tokens.
 */
export async function writeBackup(
  db: Db,
  { file, origin, signal }: { file: string; origin: BackupOrigin; signal?: AbortSignal },
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    // Opened before anything can fail: a stream that opens by itself may make the file after it is removed.
    const target = await open(unfinished, "w", 0o600);
    await pipeline(Readable.from(readLines(db, origin)), createGzip(), target.createWriteStream(), {
      signal,
    });
    const written = await open(unfinished, "r+");
    await written.sync().finally(() => written.close());
    await rename(unfinished, file);
    flushNames(dirname(file));
  } finally {
    await rm(unfinished, { force: true });
  }
}
