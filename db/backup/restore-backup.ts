import { createHash } from "node:crypto";
import type { MigrationMeta } from "drizzle-orm/migrator";
import { AppError } from "@/lib/errors";
import type { Db } from "../client";
import { addForeignKeys, dropForeignKeys, listForeignKeys } from "./catalogue";
import { removeEverything } from "./empty-database";
import { type BackupHeader, type BackupTrailer, backupFormat, headerSchema } from "./format";
import { insertTables } from "./insert-tables";
import { applyMigrations, knownMigrations } from "./migrations";
import { parsedLine, readParts } from "./parts";
import { advanceSequences } from "./sequences";

/** The header of a backup, before anything is done with it. Errors: `unprocessable`. */
export async function readHeader(file: string): Promise<BackupHeader> {
  return readParts(file, async (lines) => headerOf(await lines.next()));
}

/**
 * Puts a backup in the place of all that a database holds, in one transaction: the tables as they
 * were then, their rows, and the migrations since. Returns the rows of each table. Errors:
 * `unprocessable` where the file is not a whole backup or one of a newer version; the database is
 * left as it was.
 */
export async function restoreBackup(db: Db, file: string): Promise<BackupTrailer["rows"]> {
  return readParts(file, (lines) =>
    db.transaction(async (tx) => {
      const first = await lines.next();
      const { before, since } = splitMigrations(headerOf(first).migrations);
      await removeEverything(tx);
      await applyMigrations(tx, before);
      const foreignKeys = await listForeignKeys(tx);
      await dropForeignKeys(tx, foreignKeys);
      const digest = createHash("sha256").update(`${first.value}\n`);
      const rows = await insertTables(tx, lines, digest);
      await addForeignKeys(tx, foreignKeys);
      await advanceSequences(tx);
      await applyMigrations(tx, since);
      return rows;
    }),
  );
}

function headerOf({ value }: IteratorResult<string>): BackupHeader {
  const parsed = headerSchema.safeParse(parsedLine(value ?? ""));
  if (parsed.success) return parsed.data;
  const message = `The file is no backup that this version can read (${backupFormat}, version 1).`;
  throw new AppError("unprocessable", message);
}

/** The migrations that a backup's tables had gone through, and those that came later. */
function splitMigrations(applied: string[]): Record<"before" | "since", MigrationMeta[]> {
  const known = knownMigrations();
  const isKnown = applied.every((hash, index) => known[index]?.hash === hash);
  if (isKnown)
    return { before: known.slice(0, applied.length), since: known.slice(applied.length) };
  const message =
    "The backup was made by a newer version of Backlog Balance. Restore it with that.";
  throw new AppError("unprocessable", message);
}
