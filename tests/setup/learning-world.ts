import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import type { TextModel } from "@/lib/classify/model/text-model";
import type { BalanceCategory } from "@/lib/domain/category";
import type { WorkItem } from "@/lib/domain/work-item";
import { saveRules } from "@/lib/services/save-rules";
import { setCategory } from "@/lib/services/set-category";
import { itemIdOf } from "@/lib/sync/item-id";
import { requestLearning } from "@/lib/sync/learn-corrections";
import { productModels } from "@/lib/sync/product-models";
import { advanceReclassification } from "@/lib/sync/reclassify-product";
import { makeProduct, makeSource, testNow, workItem } from "../factories";
import { contextOf } from "./context";
import { MemoryTracker } from "./memory-connector";
import { ruleSetOf } from "./rule-sets";
import { syncOnce } from "./sync-once";

export const minuteMs = 60_000;
export const minutesOn = (minutes: number) => new Date(testNow.getTime() + minutes * minuteMs);

/** Words that no shared model knows: what they mean, only corrections can tell. */
export const zorgle = (number: number, what: string): WorkItem =>
  workItem({ number, title: `Zorgle the ${what}`, body: null });
export const frobnicate = (number: number, what: string): WorkItem =>
  workItem({ number, title: `Frobnicate the ${what}`, body: null });

/**
 * A product with the shared model, a clock to set, and rules that decide about the label `ours`. As
 * one of them reads a field of the raw record, items are decided 200 at a time.
 */
export async function openLearning(db: Db, shared: TextModel, items: WorkItem[]) {
  const product = await makeProduct(db);
  const source = await makeSource(db, product);
  const productId = product.id;
  const key = { workspaceId: product.workspaceId, productId };
  const clock = { now: testNow };
  const modelOf = productModels(shared);
  const ctx = contextOf(db, product, { modelOf, sharedModel: () => shared, now: () => clock.now });
  const tracker = new MemoryTracker(items);
  /** In another process, which has no model in its memory. */
  const sync = () => {
    const options = { mode: "full" as const, modelOf: productModels(shared) };
    return syncOnce(db, source, tracker.connector(), options);
  };
  const idOf = (number: number) => itemIdOf(source.id, String(1000 + number));
  await sync();
  const ours = {
    when: { field: "label" as const, is: ["ours"] },
    decide: { action: "classify" as const, category: "rewrite" as const },
  };
  const raw = { ...ours, when: { field: "custom" as const, name: "author", is: ["nobody"] } };
  const ruleSet = ruleSetOf([ours, raw], { modelThreshold: 0.5 });
  await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet } });
  /** At so many minutes after the beginning, a person decides. */
  const correct = async (number: number, category: BalanceCategory, minute: number) => {
    clock.now = minutesOn(minute);
    await setCategory({ ctx, input: { itemId: idOf(number), decision: { category } } });
  };
  /** The background work as it is done at that minute, to its end. */
  const learnAt = async (minute: number) => {
    clock.now = minutesOn(minute);
    await requestLearning(db, clock.now);
    while (await advanceReclassification(ctx, key)) {
      // Each turn is a batch.
    }
  };
  return { product, source, key, ctx, clock, tracker, sync, idOf, correct, learnAt };
}

export type FullAnswer = {
  number: number;
  category: string | null;
  because: string | null;
  evidence: { field: string; value: string }[];
};

/** All that is stored of each item's answer, by number. */
export function readFullAnswers(db: Db, { workspaceId, id }: ProductRow): Promise<FullAnswer[]> {
  return queryRows<FullAnswer>(
    db,
    sql`select w.number, c.category, c.kind, c.because, c.confidence, c.evidence, c.suggestion
        from work_items w
        left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id
        where w.workspace_id = ${workspaceId} and w.product_id = ${id} order by w.number`,
  );
}
