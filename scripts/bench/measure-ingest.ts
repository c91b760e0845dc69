import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { makeProduct } from "@/tests/factories";
import { processorTime } from "./processor-time";
import { makeTrackedSource, timeSync } from "./time-sync";

const taskSchema = z.object({
  tracker: z.enum(["github", "jira"]),
  url: z.string(),
  databaseUrl: z.string().nullable(),
  dataDir: z.string(),
});

/** What a sync fills, beside its own progress. */
const filledTables = [
  ...["raw_records", "work_items", "item_events", "classifications", "classification_changes"],
  ...["ledger", "rollups", "product_versions"],
];

/**
 * One round in a process of its own, as `measure-ingest TASK`: a first sync, then how many rows two
 * more write though nothing has changed: one that reads what may have changed (the tracker says: all
 * of it) and one that also marks each record as seen. Prints one line of JSON.
 */
async function main(): Promise<void> {
  const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
  const { databaseUrl, dataDir } = task;
  const database = await (databaseUrl === null ? openEmbedded(dataDir) : openServer(databaseUrl));
  const { db } = database;
  const source = await makeTrackedSource(db, await makeProduct(db), task);
  const usedBefore = await processorTime(database);
  const first = await timeSync(db, source);
  const usedAfter = await processorTime(database);
  const again = await writtenBy(db, () => timeSync(db, source));
  const full = await writtenBy(db, () => timeSync(db, source, "full"));
  await database.close();
  const cpuMs = usedBefore === null || usedAfter === null ? null : usedAfter - usedBefore;
  console.log(JSON.stringify({ ...first, cpuMs, again, full }));
}

/** Rows inserted, updated or deleted meanwhile, by table. */
async function writtenBy(db: Db, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowVersions(db);
  await work();
  const after = await rowVersions(db);
  return Object.fromEntries(
    filledTables.map((table) => {
      const kept = before.get(table) ?? new Set();
      const now = after.get(table) ?? new Set();
      const written = [...now].filter((version) => !kept.has(version)).length;
      const gone = [...kept].filter((version) => !now.has(version)).length;
      return [table, Math.max(written, gone)];
    }),
  );
}

async function rowVersions(db: Db): Promise<Map<string, Set<string>>> {
  const versions = new Map<string, Set<string>>();
  for (const table of filledTables) {
    const rows = await queryRows<{ row: string }>(
      db,
      sql.raw(`select xmin::text || ' ' || ctid::text as row from ${table}`),
    );
    versions.set(table, new Set(rows.map(({ row }) => row)));
  }
  return versions;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
