import type { Db } from "@/db/client";
import type { Suggester } from "@/lib/classify/suggester";
import type { WorkItem } from "@/lib/domain/work-item";
import { saveRules } from "@/lib/services/save-rules";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeProduct, makeSource } from "@/tests/factories";
import { contextOf } from "./context";
import { MemoryTracker } from "./memory-connector";
import { ruleSetOf } from "./rule-sets";
import { syncOnce } from "./sync-once";

/** As sure of debt as the number in the text says, out of a hundred; silent without one. */
const model: Suggester = {
  classify: ({ title, body }) => {
    const [sure] = /\d+%/.exec(`${title} ${body ?? ""}`) ?? [];
    if (sure === undefined) return null;
    const evidence = [{ field: "text" as const, value: sure }];
    return {
      category: "tech_debt",
      kind: "cleanup",
      confidence: Number.parseInt(sure, 10) / 100,
      evidence,
    };
  },
};

/** A synced product whose model answers from 0.8 on, with no rules. */
export async function openTriage(
  db: Db,
  { tracked, ...settings }: { tracked: WorkItem[]; countSubtasks?: boolean },
) {
  const product = await makeProduct(db);
  const source = await makeSource(db, product, settings);
  await syncOnce(db, source, new MemoryTracker(tracked).connector());
  const ctx = contextOf(db, product, { modelOf: async () => model });
  const productId = product.id;
  const save = (modelThreshold: number, expectedVersion: number) =>
    saveRules({
      ctx,
      input: { productId, expectedVersion, ruleSet: ruleSetOf([], { modelThreshold }) },
    });
  await save(0.8, 0);
  const idOf = (number: number) => itemIdOf(source.id, String(1000 + number));
  return { productId, ctx, save, idOf };
}
