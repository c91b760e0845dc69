import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { flushNames } from "@/db/embedded/flush-names.mjs";

/** Makes a file for its owner alone, which has its name only once all of it is on the disk. */
export function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`;
  const opened = openSync(unfinished, "w", 0o600);
  try {
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(unfinished, file);
  flushNames(dirname(file));
}
