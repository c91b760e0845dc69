import { z } from "zod";
import { sharedModel } from "@/app/_server/text-model";
import type { Db } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { findReclassification } from "@/db/queries/reclassifications";
import { insertRuleSet } from "@/db/queries/rule-sets";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import type { ProductKey } from "@/lib/sync/product-classifier";
import { productModels } from "@/lib/sync/product-models";
import {
  advanceReclassification,
  requestReclassification,
  type WalkWorld,
} from "@/lib/sync/reclassify-product";
import { makeProduct, makeSource } from "@/tests/factories";
import { fillProduct } from "./fill-product";

const taskSchema = z.object({
  databaseUrl: z.string().nullable(),
  dataDir: z.string(),
  items: z.int(),
});

const now = () => new Date();

/** Moves what is about one thing: one item in eight. */
const movedRules = ruleSetSchema.parse({
  ...defaultRuleSet,
  rules: [
    {
      id: "webhooks",
      name: "Webhooks are rewritten",
      when: { field: "title", like: ["*webhook*"] },
      decide: { action: "classify", category: "rewrite" },
    },
    ...defaultRuleSet.rules,
  ],
});

/** One size in a process of its own, as `measure-reclassify TASK`. Prints one line of JSON. */
async function main(): Promise<void> {
  const { databaseUrl, dataDir, items } = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
  const database = await (databaseUrl === null ? openEmbedded(dataDir) : openServer(databaseUrl));
  const { db } = database;
  const product = await makeProduct(db);
  const source = await makeSource(db, product);
  await fillProduct(db, { product, source, items });
  const { workspaceId, id: productId } = product;
  const key = { workspaceId, productId };
  const world = { db, now, modelOf: productModels(sharedModel()) };
  const first = await walk(world, key, 0);
  const rules = { version: 1, content: movedRules, note: null, restoredFrom: null, actor: "bench" };
  await insertRuleSet(db, { ...key, ...rules, createdAt: now() });
  const second = await walk(world, key, 1);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  await database.close();
  console.log(JSON.stringify({ items, first, second, peakBytes }));
}

async function walk(world: WalkWorld, key: ProductKey, rulesVersion: number) {
  await request(world.db, key, rulesVersion);
  const beganAt = performance.now();
  const batches: number[] = [];
  for (let more = true; more; ) {
    const batchAt = performance.now();
    more = await advanceReclassification(world, key);
    batches.push(performance.now() - batchAt);
  }
  const ms = performance.now() - beganAt;
  const switchMs = batches.pop() ?? 0;
  const changed = (await findReclassification(world.db, key))?.changed ?? 0;
  return { changed, ms, longestBatchMs: Math.max(0, ...batches), switchMs };
}

async function request(db: Db, key: ProductKey, rulesVersion: number): Promise<void> {
  await db.transaction((tx) =>
    requestReclassification(tx, key, { rulesVersion, actor: null, at: now() }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
