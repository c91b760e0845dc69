import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { type BalanceQuestion, readBalanceCells } from "@/db/queries/balance";
import { ensureWorkspace, listAllProducts } from "@/db/queries/products";
import { listSourcesOfProduct } from "@/db/queries/sources";
import type { ProductRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { balanceQuestion } from "@/lib/services/balance-question";
import { balanceRange } from "@/lib/services/balance-range";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { makeProduct, makeSource } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { balanceViews, parametersOf } from "./balance-views.mjs";
import { fillHistory } from "./fill-history";
import { naiveStatement } from "./naive-buckets";
import { comparedTimes, timesOf } from "./times";
import { wideTableStatement } from "./wide-table";

const taskSchema = z.object({
  databaseUrl: z.string().nullable(),
  dataDir: z.string(),
  items: z.int(),
  rounds: z.int(),
});

/** Beyond a million items, what is compared with takes minutes for each view. */
const mostCompared = 1_000_000;

/**
 * Fills a database, unless it is filled already, and measures the statements alone, as
 * `measure-balance TASK`; then closes it, for the application to open. Prints one line of JSON.
 */
async function main(): Promise<void> {
  const { databaseUrl, dataDir, items, rounds } = taskSchema.parse(
    JSON.parse(process.argv[2] ?? ""),
  );
  const database = await (databaseUrl === null ? openEmbedded(dataDir) : openServer(databaseUrl));
  const { db } = database;
  const now = new Date();
  const beganAt = performance.now();
  const product = (await listAllProducts(db))[0] ?? (await fill(db, items, now));
  const fillMs = performance.now() - beganAt;
  const [source] = await listSourcesOfProduct(db, { ...product, productId: product.id });
  if (!source) throw new Error("There is no source.");
  const world = { today: now.getTime(), sourceId: source.id };
  const least = await timesOf(rounds, () => db.execute(sql`select 1`));
  const views = [];
  for (const { name, query } of balanceViews) {
    const parameters = parametersOf(query, world);
    const question = await questionOf(db, product, parameters, now);
    const bare = await timesOf(rounds, () => readBalanceCells(db, question));
    const compared = async (statement: SQL) =>
      items > mostCompared ? [] : await comparedTimes(database, (tx) => tx.execute(statement));
    const wide = await compared(wideTableStatement(question));
    const naive = await compared(naiveStatement(question));
    views.push({ name, search: parameters.toString(), bare, wide, naive });
  }
  await database.close();
  console.log(JSON.stringify({ productId: product.id, fillMs, selectOne: least, views }));
}

async function fill(db: Db, items: number, now: Date): Promise<ProductRow> {
  await ensureWorkspace(db, { workspaceId: localWorkspaceId, name: "Bench", createdAt: now });
  const product = await makeProduct(db, { workspaceId: localWorkspaceId });
  const sources = [];
  for (let count = 0; count < 3; count++) sources.push(await makeSource(db, product));
  await fillHistory(db, { product, sources, items, now });
  return product;
}

async function questionOf(
  db: Db,
  product: ProductRow,
  parameters: URLSearchParams,
  now: Date,
): Promise<BalanceQuestion> {
  const lists = ["label", "source", "assignee"];
  const given = [...new Set(parameters.keys())].map((name) => [
    name,
    lists.includes(name) ? parameters.getAll(name) : parameters.get(name),
  ]);
  const { team: _, ...query } = getBalanceSchema.parse(Object.fromEntries(given));
  const ctx = contextOf(db, product, { now: () => now });
  const range = await balanceRange(ctx, product, query);
  return (await balanceQuestion(ctx, product, query, { ...range, now })).question;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
