import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tableCalled } from "@/db/backup/catalogue";
import { isUnused } from "@/db/backup/empty-database";
import { applyMigrations, knownMigrations } from "@/db/backup/migrations";
import { readHeader, restoreBackup } from "@/db/backup/restore-backup";
import { writeBackup } from "@/db/backup/write-backup";
import { type Db, inSnapshot } from "@/db/client";
import * as schema from "@/db/schema";
import { makeProduct } from "@/tests/factories";
import { digestOfTables, fillAllTables } from "@/tests/setup/any-rows";
import { describeOnBothEngines } from "@/tests/setup/database";
import { loadEmbedded } from "@/tests/setup/embedded-copy";

const origin = {
  application: "0.1.0",
  engine: "embedded",
  createdAt: "2026-03-02T12:00:00.000Z",
  sealed: "",
} as const;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "balance-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function backUp(db: Db, name = "one.gz"): Promise<string> {
  const file = join(folder, name);
  await inSnapshot(db, (tx) => writeBackup(tx, { file, origin }));
  return file;
}

/** An embedded database with the first migrations alone, all where none is named. */
async function openNew(migrations = 0) {
  const client = await loadEmbedded("emptyDump");
  const db = drizzle(client, { schema });
  await db.transaction((tx) => applyMigrations(tx, knownMigrations().slice(0, migrations)));
  return { db, close: () => client.close() };
}

describeOnBothEngines("a backup", (db) => {
  test("holds every table, also one that nobody told it of, to the last character", async () => {
    await db().execute(sql`create table planted (workspace_id uuid not null, id int
      generated always as identity, note text, twice int generated always as (id * 2) stored,
      bytes bytea, primary key (workspace_id, id))`);
    await fillAllTables(db(), 3);
    const before = await digestOfTables(db());
    expect(before.planted).toMatch(/^3 rows/);
    const file = await backUp(db());
    expect(readdirSync(folder)).toEqual(["one.gz"]);
    const text = gunzipSync(readFileSync(file)).toString();
    for (const name of Object.keys(before)) expect(text).toContain(`["table","${name}",`);
    await db().execute(sql`drop table planted`);
  });

  test("is restored on either engine, and what follows goes on after it", async () => {
    // Its log refuses to be emptied, which is another test's matter.
    await db().execute(sql`alter table deeds disable trigger user`);
    await db().execute(sql`delete from workspaces`);
    for (const name of Object.keys(await digestOfTables(db()))) {
      await db().execute(sql`truncate ${tableCalled(name)} cascade`);
    }
    await db().execute(sql`alter table deeds enable trigger user`);
    await fillAllTables(db(), 5);
    const file = await backUp(db());
    const other = await openNew();
    const rows = await restoreBackup(other.db, file);
    expect(Object.values(rows).every((count) => count === 5)).toBe(true);
    expect(await digestOfTables(other.db)).toEqual(await digestOfTables(db()));
    const product = await makeProduct(other.db, { name: "After" });
    expect(product.name).toBe("After");
    const back = await backUp(other.db, "two.gz");
    await other.close();
    await restoreBackup(db(), back);
    const after = await digestOfTables(db());
    expect(after.products).toMatch(/^6 rows/);
    expect(after.work_items).toMatch(/^5 rows/);
  });

  test("that was cut off or changed restores nothing", async () => {
    await makeProduct(db());
    const whole = readFileSync(await backUp(db()));
    const before = await digestOfTables(db());
    const text = gunzipSync(whole).toString();
    const lines = text.split("\n");
    const broken = [
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, whole.length - 1),
      gzipSync(`${lines.slice(0, -2).join("\n")}\n`),
      gzipSync(text.replace('"name":"Product', '"name":"Produce')),
      gzipSync(lines.filter((line) => !line.includes('"time_zone":')).join("\n")),
      gzipSync(text.replace('["table","notes"', '["table","nothing"')),
      gzipSync(""),
      Buffer.from("not a backup"),
    ];
    for (const [index, bytes] of broken.entries()) {
      const file = join(folder, `broken-${index}`);
      writeFileSync(file, bytes);
      await expect(restoreBackup(db(), file), `${index}`).rejects.toMatchObject({
        code: "unprocessable",
      });
    }
    await expect(restoreBackup(db(), join(folder, "none"))).rejects.toThrow("There is no file");
    expect(await digestOfTables(db())).toEqual(before);
  });

  test("of a newer version is refused, and leaves what is there", async () => {
    const text = gunzipSync(readFileSync(await backUp(db()))).toString();
    const file = join(folder, "newer");
    writeFileSync(file, gzipSync(text.replace('"migrations":["', '"migrations":["00')));
    expect((await readHeader(file)).application).toBe("0.1.0");
    await expect(restoreBackup(db(), file)).rejects.toThrow("newer version");
  });
});

test.each(knownMigrations().map((_, index) => index + 1))(
  "a backup of the schema after %i migrations is restored as of the newest",
  async (count) => {
    const old = await openNew(count);
    await fillAllTables(old.db, 2);
    const file = await backUp(old.db);
    const [straight, restored] = [old.db, await openNew()];
    await straight.transaction((tx) => applyMigrations(tx, knownMigrations().slice(count)));
    expect(await isUnused(restored.db)).toBe(true);
    await restoreBackup(restored.db, file);
    expect(await isUnused(restored.db)).toBe(false);
    expect(await digestOfTables(restored.db)).toEqual(await digestOfTables(straight));
    await old.close();
    await restored.close();
  },
);
