import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { durableStartParams } from "@/db/embedded/durable-files.mjs";
import * as schema from "@/db/schema";
import { makePeople, writtenIn } from "./people";
import { RecordedFiles } from "./recorded-files";

/** What people had written, and how much the disk had been told, when a writing was acknowledged. */
export type Acknowledged = { at: number; written: string };
export type Played = {
  /** Holds `base`, all of it flushed, in which the recording began. */
  folder: string;
  recorded: RecordedFiles;
  acknowledged: Acknowledged[];
};

const turnsBetweenCheckpoints = 17;

/** People write while every step on the disk is recorded. `filesOf` may leave something out. */
export async function play(
  turns: number,
  filesOf: (folder: string) => RecordedFiles = (folder) => new RecordedFiles(folder),
): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), "balance-power-"));
  const recorded = filesOf(join(folder, "working"));
  const client = await PGlite.create({
    fs: recorded,
    startParams: durableStartParams,
    // Small parts of the log, so that it goes from one to the next every few writings.
    initDbStartParams: ["--wal-segsize=1"],
  });
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder: "db/migrations" });
  const people = await makePeople(db);
  await client.exec("checkpoint");
  cpSync(join(folder, "working"), join(folder, "base"), { recursive: true });
  recorded.restart();
  const acknowledged = [{ at: 0, written: await writtenIn(db) }];
  for (let turn = 1; turn <= turns; turn++) {
    await people.write(turn);
    const at = recorded.events.length;
    acknowledged.push({ at, written: await writtenIn(db) });
    // Stands for a migration: a table that people's writings are moved to, in a file of its own.
    if (turn % turnsBetweenCheckpoints === 5) await client.exec(rewriteNotes);
    if (turn % turnsBetweenCheckpoints === 6) await client.exec("checkpoint");
  }
  await client.close();
  return { folder, recorded, acknowledged };
}

const rewriteNotes = "alter table notes alter column text type text using (text || '')";
