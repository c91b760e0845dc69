import { rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { type Db, queryRows } from "@/db/client";
import { openFolder } from "@/db/embedded/open-folder.mjs";
import { findDifferingCells } from "@/db/queries/ledger";
import { listAllProducts } from "@/db/queries/products";
import * as schema from "@/db/schema";
import { Disk } from "./disk";
import { writtenIn } from "./people";
import type { Played } from "./play";

export type Cut = {
  /** How many steps on the disk were taken before the power went. */
  at: number;
  /** Decides what else reached the disk; null where nothing did. */
  tear: (() => number) | null;
};

/**
 * Opens what a power cut leaves. Returns what is wrong with it: nothing, where every acknowledged
 * writing is there and the one under way is there as a whole or not at all.
 */
export async function findLoss(played: Played, { at, tear }: Cut): Promise<string[]> {
  const folder = join(played.folder, "found");
  const disk = new Disk(join(played.folder, "base"));
  for (const event of played.recorded.events.slice(0, at)) disk.apply(event);
  if (tear !== null) disk.tear(tear);
  disk.writeTo(folder);
  try {
    return await lossIn(folder, played, at);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lossIn(folder: string, { acknowledged }: Played, at: number): Promise<string[]> {
  try {
    const { database } = await openFolder(folder);
    const db = drizzle(database, { schema });
    const cells = await differingCells(db);
    const written = await writtenIn(db);
    await database.close();
    const last = acknowledged.findLastIndex((one) => one.at <= at);
    const allowed = acknowledged.slice(last, last + 2).map((one) => one.written);
    if (allowed.includes(written)) return cells;
    const found = acknowledged.findIndex((one) => one.written === written);
    return [`${last} writings were acknowledged, found is the state after ${found}`, ...cells];
  } catch (error) {
    return [`It cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Reads every row of every table, whose pages have checksums, and compares the sums kept with them. */
async function differingCells(db: Db): Promise<string[]> {
  for (const table of await namesOfTables(db))
    await db.execute(`select count(*), md5(max(t::text)) from ${table} t`);
  const products = await listAllProducts(db);
  const cells = await Promise.all(
    products.map(({ workspaceId, id: productId }) =>
      findDifferingCells(db, { workspaceId, productId }, 10),
    ),
  );
  return cells.flat().map(({ table, cell }) => `${table} ${cell}`);
}

async function namesOfTables(db: Db): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(
    db,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  return rows.map(({ name }) => name);
}
