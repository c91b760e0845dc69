import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import type { CategoryOrNone } from "@/lib/domain/category";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { storeItems } from "@/tests/setup/store-items";

const dayMs = 86_400_000;

/** How many items of a category a week opens, and how many weeks later each of them is done. */
export type WeeklyWork = { category: CategoryOrNone; items: number; doneAfterWeeks: number | null };

/**
 * A product whose every week is like the others: its weeks begin on Mondays of UTC, the last whole
 * one ending on Sunday, 1 March 2026.
 */
export async function evenProduct(
  db: Db,
  work: readonly WeeklyWork[],
  { weeks = 60, labels = [] as string[] } = {},
): Promise<ProductRow> {
  const product = await makeProduct(db);
  const source = await makeSource(db, product);
  const lastMonday = Date.parse("2026-02-23T09:00:00Z");
  const items = Array.from({ length: weeks }, (_, back) => lastMonday - 7 * back * dayMs).flatMap(
    (monday, back) =>
      work.flatMap(({ category, items: count, doneAfterWeeks }, place) =>
        Array.from({ length: count }, (_, one) => {
          const isDone = doneAfterWeeks !== null && doneAfterWeeks <= back;
          const closedAt = isDone ? new Date(monday + (7 * doneAfterWeeks + 1) * dayMs) : null;
          const number = 1 + back * 100 + place * 10 + one;
          const item = workItem({ number, createdAt: new Date(monday), closedAt, labels });
          return { item, category, removedAt: null };
        }),
      ),
  );
  await storeItems(db, product, source, items);
  return product;
}
