import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { findProduct } from "@/db/queries/products";
import { makeProduct } from "@/tests/factories";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "balance-embedded-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what was stored is there after closing and opening again", async () => {
  const dataDir = join(folder, "new", "data");
  const first = await openEmbedded(dataDir);
  const { workspaceId, id } = await makeProduct(first.db, { name: "Kept" });
  await first.close();
  const second = await openEmbedded(dataDir);
  const found = await findProduct(second.db, { workspaceId, productId: id });
  await second.close();
  expect(found?.name).toBe("Kept");
}, 60_000);

test("a long query stalls neither this thread nor the question whether the database lives", async () => {
  prepareDataFolder(folder);
  const database = await openEmbedded(folder);
  let done = false;
  const long = queryRows(database.db, sql`select count(*)::int from generate_series(1, 3000000)`);
  const finished = long.then(() => {
    done = true;
  });
  await database.ping();
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(done).toBe(false);
  await finished;
  await database.close();
}, 60_000);

test("a failed transaction leaves nothing and the next one works", async () => {
  prepareDataFolder(folder);
  const database = await openEmbedded(folder);
  const workspaceId = crypto.randomUUID();
  const failing = database.db.transaction(async (tx) => {
    await makeProduct(tx, { workspaceId });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const rows = await queryRows(
    database.db,
    sql`select from products where workspace_id = ${workspaceId}`,
  );
  expect(rows).toEqual([]);
  await database.close();
  await expect(database.ping()).rejects.toThrow("stopped");
}, 60_000);

test("a folder that is in use, or cannot be one, is refused in a sentence", async () => {
  prepareDataFolder(folder);
  const database = await openEmbedded(folder);
  await expect(openEmbedded(folder)).rejects.toThrow("in use by another Backlog Balance");
  await database.close();
  const notAFolder = join(folder, "file");
  writeFileSync(notAFolder, "");
  await expect(openEmbedded(notAFolder)).rejects.toThrow("not writable");
}, 60_000);

test("where the checkpoint before a copy fails, nothing more is written: it would not last", async () => {
  prepareDataFolder(folder);
  const database = await openEmbedded(folder);
  const { id } = await makeProduct(database.db);
  // A checkpoint looks in here, and nothing else does.
  const place = join(folder, "postgres", "pg_logical", "snapshots");
  renameSync(place, `${place}-away`);
  await expect(database.snapshot(async () => undefined)).rejects.toThrow(
    "could not open directory",
  );
  await expect(makeProduct(database.db)).rejects.toThrow();
  await expect(database.ping()).rejects.toThrow("could not open directory");
  await database.close();
  renameSync(`${place}-away`, place);
  const again = await openEmbedded(folder);
  const ids = await queryRows(again.db, sql`select id from products`);
  await again.close();
  expect(ids).toEqual([{ id }]);
}, 60_000);
