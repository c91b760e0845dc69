import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, queryRows } from "@/db/client";
import { openEmbeddedAsItIs } from "@/db/open-embedded";

/** How much of the log would be replayed after a power cut. */
async function megabytesToReplay(db: Db): Promise<number> {
  const [row] = await queryRows<{ megabytes: number }>(
    db,
    sql`select ((pg_current_wal_insert_lsn() - redo_lsn) / 1048576)::int as megabytes
        from pg_control_checkpoint()`,
  );
  return row?.megabytes ?? 0;
}

test("the log that a start has to replay does not grow with what was written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "balance-log-"));
  const { db, close } = await openEmbeddedAsItIs(folder);
  await db.execute(sql`create table filled (n int, text text)`);
  const fill = (on: Db) =>
    on.execute(sql`insert into filled select g, repeat(md5(g::text), 30)
      from generate_series(1, 10000) g`);
  const seen: number[] = [];
  for (let turn = 0; turn < 18; turn++) {
    await fill(db);
    seen.push(await megabytesToReplay(db));
  }
  expect(Math.max(...seen)).toBeGreaterThan(20);
  expect(Math.max(...seen)).toBeLessThan(90);
  await db.transaction(async (tx) => {
    for (let turn = 0; turn < 9; turn++) await fill(tx);
    // Never inside a transaction, however long.
    expect(await megabytesToReplay(tx)).toBeGreaterThan(64);
  });
  await db.execute(sql`select 1`);
  expect(await megabytesToReplay(db)).toBeLessThan(10);
  await close();
  rmSync(folder, { recursive: true });
});
