import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { restoreBackup } from "@/db/backup/restore-backup";
import { writeBackup } from "@/db/backup/write-backup";
import { type Database, queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import * as schema from "@/db/schema";
import { BackupKeeper, type BackupKeeperOptions } from "@/lib/sync/backup-keeper";
import { makeProduct } from "@/tests/factories";
import { digestOfTables } from "@/tests/setup/any-rows";
import { loadEmbedded, prepareDataFolder } from "@/tests/setup/embedded-copy";

// A new database takes seconds, on a busy machine many.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let folder = "";
let backups = "";
let database: Database;
let now: Date;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "balance-scheduled-"));
  backups = join(folder, "backups");
  prepareDataFolder(folder);
  database = await openEmbedded(folder);
  now = new Date("2026-03-02T12:00:00Z");
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function keeper(change: Partial<BackupKeeperOptions> = {}) {
  return new BackupKeeper({
    ...{ database, folder: backups, intervalHours: 24, kept: 3, now: () => now },
    origin: () => ({ application: "0.1.0", engine: "embedded", sealed: "" }),
    isRotating: () => false,
    sleep: async (_ms, signal) => {
      await delay(1, undefined, { signal });
    },
    log: { info: () => undefined, error: () => undefined },
    ...change,
  });
}
const later = (hours: number) => {
  now = new Date(+now + hours * 3_600_000);
};

test("a backup is one instant of what people go on writing meanwhile", async () => {
  const { db } = database;
  await makeProduct(db);
  await db.execute(sql`create table pairs (workspace_id uuid, n int, half int, filling text)`);
  let [written, isDone] = [0, false];
  const writing = (async () => {
    for (let n = 1; !isDone; n++) {
      await db.transaction(async (tx) => {
        for (const half of [1, 2]) {
          await tx.execute(sql`insert into pairs select null, ${n}::int, ${half}::int,
            repeat(md5(g::text), 20) from generate_series(1, 20) g`);
        }
        if (n % 3 === 0) await tx.execute(sql`delete from pairs where n = ${n - 2}::int`);
      });
      written = n;
    }
  })();
  while (written < 20) await delay(1);
  const before = written;
  const { rows, after } = await database.snapshot(async (snapshot) => ({
    after: written,
    rows: await queryRows<{ n: number; count: number }>(
      snapshot,
      sql`select n, count(*)::int as count from pairs group by n order by n`,
    ),
  }));
  await keeper().tick();
  isDone = true;
  await writing;
  expect(after).toBeGreaterThan(before);
  const last = rows.at(-1)?.n ?? 0;
  expect(last).toBeGreaterThanOrEqual(before);
  expect(last).toBeLessThanOrEqual(after + 1);
  const isDeleted = (n: number) => (n + 2) % 3 === 0 && n + 2 <= last;
  const whole = Array.from({ length: last }, (_, index) => index + 1).filter((n) => !isDeleted(n));
  expect(rows).toEqual(whole.map((n) => ({ n, count: 40 })));
  expect(readdirSync(backups)).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(["backups", "postgres", "postgres.lock"]);
});

test("one is made a day, the newest are kept, and what is no scheduled one stays", async () => {
  const one = keeper();
  await one.tick();
  expect(await one.state()).toEqual({ lastAt: null, failedAt: null });
  await makeProduct(database.db);
  mkdirSync(backups);
  writeFileSync(join(backups, "backlog-balance-2020-01-01T00-00-00Z.ndjson.gz"), "an operator's");
  writeFileSync(join(backups, "scheduled-notes.txt"), "somebody's");
  for (let hour = 0; hour < 6; hour++) {
    await one.tick();
    later(12);
  }
  expect(readdirSync(backups).sort()).toEqual([
    "backlog-balance-2020-01-01T00-00-00Z.ndjson.gz",
    ...["02", "03", "04"].map((day) => `scheduled-2026-03-${day}T12-00-00Z.ndjson.gz`),
    "scheduled-notes.txt",
  ]);
  await one.tick();
  expect(readdirSync(backups)).not.toContain("scheduled-2026-03-02T12-00-00Z.ndjson.gz");
  // Another process goes on where this one ended.
  expect(await keeper().state()).toEqual({ lastAt: "2026-03-05T12:00:00.000Z", failedAt: null });
  const expected = await digestOfTables(database.db);
  const client = await loadEmbedded("emptyDump");
  const restored = drizzle(client, { schema });
  await restoreBackup(restored, join(backups, "scheduled-2026-03-05T12-00-00Z.ndjson.gz"));
  expect(await digestOfTables(restored)).toEqual(expected);
  await client.close();
});

test("one that fails is told of, leaves no half file and removes none", async () => {
  await makeProduct(database.db);
  await keeper({ kept: 1 }).tick();
  later(24);
  const failing = keeper({
    kept: 1,
    database: {
      db: database.db,
      snapshot: (work) =>
        database.snapshot(async (db) => {
          // Refused, since it reads only; whatever follows in the transaction fails.
          await db.execute(sql`drop table meetings cascade`).catch(() => undefined);
          return work(db);
        }),
    },
  });
  failing.begin();
  while ((await failing.state()).failedAt === null) await delay(5);
  await failing.stop();
  expect(readdirSync(backups)).toEqual(["scheduled-2026-03-02T12-00-00Z.ndjson.gz"]);
  const next = keeper({ kept: 1 });
  await next.tick();
  expect(readdirSync(backups)).toEqual(["scheduled-2026-03-03T12-00-00Z.ndjson.gz"]);
});

test("those that are broken off as they begin leave no half file", async () => {
  const signal = AbortSignal.abort();
  const origin = {
    application: "0.1.0",
    engine: "embedded" as const,
    sealed: "",
    createdAt: now.toISOString(),
  };
  // Many at once, so that the threads which open and remove files overtake each other.
  for (let round = 0; round < 20; round++) {
    const files = Array.from({ length: 100 }, (_, one) =>
      join(folder, `${round}-${one}.ndjson.gz`),
    );
    const written = files.map((file) => writeBackup(database.db, { file, origin, signal }));
    const outcomes = await Promise.allSettled(written);
    expect(outcomes.map(({ status }) => status)).toEqual(files.map(() => "rejected"));
  }
  expect(readdirSync(folder).filter((name) => name.includes("ndjson"))).toEqual([]);
});

test("what a wrong clock or a killed process has left stops none, and wins over none", async () => {
  await makeProduct(database.db);
  mkdirSync(backups);
  const tomorrow = "scheduled-2099-01-01T00-00-00Z.ndjson.gz";
  writeFileSync(join(backups, tomorrow), "of a wrong clock");
  writeFileSync(join(backups, "scheduled-2026-03-01T12-00-00Z.ndjson.gz.unfinished"), "half");
  const one = keeper({ kept: 1 });
  await one.tick();
  expect(readdirSync(backups).sort()).toEqual([
    "scheduled-2026-03-02T12-00-00Z.ndjson.gz",
    tomorrow,
  ]);
});

test("none is made while a key is rotated: what is stored is sealed with two", async () => {
  await makeProduct(database.db);
  await keeper({ isRotating: () => true }).tick();
  expect(readdirSync(folder)).not.toContain("backups");
});

test("a copy is broken off at its next file, and the next one is whole", async () => {
  const { id } = await makeProduct(database.db);
  const stopping = new AbortController();
  let isRead = false;
  const broken = database.snapshot(async () => {
    isRead = true;
  }, stopping.signal);
  stopping.abort();
  await expect(broken).rejects.toThrow("broken off");
  expect(isRead).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["postgres", "postgres.lock"]);
  const ids = await database.snapshot((db) =>
    queryRows<{ id: string }>(db, sql`select id from products`),
  );
  expect(ids).toEqual([{ id }]);
});

test("a stop breaks off the one under way, and nothing of it is left", async () => {
  await makeProduct(database.db);
  let isBegun = false;
  const one = keeper({
    database: {
      db: database.db,
      snapshot: (work, signal) => {
        isBegun = true;
        return database.snapshot(work, signal);
      },
    },
  });
  one.begin();
  while (!isBegun) await delay(1);
  await one.stop();
  expect(readdirSync(folder).filter((name) => name.startsWith("postgres."))).toEqual([
    "postgres.lock",
  ]);
  expect(readdirSync(backups)).toEqual([]);
});
