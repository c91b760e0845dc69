import { sql } from "drizzle-orm";
import fc from "fast-check";
import { type Db, queryRows } from "@/db/client";
import type { ProductRow, SourceRow } from "@/db/schema";
import type { WorkItem } from "@/lib/domain/work-item";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "./context";
import { anyWord, ruleSetOf } from "./rule-sets";

export const keyOfNumber = (number: number) => `owner/repository#${number}`;

/** Items over the same few words as the rules, some with parents, some closed, some not delivered. */
export const anyItems: fc.Arbitrary<WorkItem[]> = fc
  .array(
    fc.record({
      type: fc.option(anyWord),
      labels: fc.uniqueArray(anyWord, { maxLength: 3 }),
      title: anyWord,
      author: anyWord,
      components: fc.uniqueArray(anyWord, { maxLength: 1 }),
      priority: fc.option(anyWord),
      sprint: fc.option(anyWord),
      parent: fc.option(fc.nat({ max: 9 })),
      closedAt: fc.option(fc.integer({ min: 1, max: 250 })),
      resolution: fc.constantFrom("completed" as const, "completed" as const, "duplicate" as const),
      points: fc.option(fc.integer({ min: 0, max: 8 })),
      isContainer: fc.nat({ max: 8 }).map((one) => one === 0),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((items) =>
    items.map(({ parent, closedAt, resolution, ...item }, index) => {
      const closed = closedAt === null ? null : new Date(Date.UTC(2025, 5, 1, closedAt * 24 - 2));
      return workItem({
        ...item,
        number: index,
        parentKey: parent === null ? null : keyOfNumber(parent),
        closedAt: closed,
        resolution: closed === null ? null : resolution,
      });
    }),
  );

export type StoredAnswer = {
  id: string;
  category: string | null;
  kind: string | null;
  evidence: { field: string; value: string }[];
};

/** Every item's answer as it is read, in id order. */
export function readAnswers(db: Db, product: ProductRow): Promise<StoredAnswer[]> {
  return queryRows<StoredAnswer>(
    db,
    sql`select w.id, c.category, c.kind, coalesce(c.evidence, '[]') as evidence from work_items w
        left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id
        where w.workspace_id = ${product.workspaceId} and w.product_id = ${product.id}
        order by w.id`,
  );
}

/** How often the journal of a source's items was written. */
export async function countChanges(db: Db, source: SourceRow): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from classification_changes c
        join work_items w on w.workspace_id = c.workspace_id and w.id = c.item_id
        where w.source_id = ${source.id}`,
  );
  return row?.count ?? 0;
}

export const toDebt = { action: "classify" as const, category: "tech_debt" as const };
export const apiIsDebt = ruleSetOf([{ when: { field: "label", is: ["api"] }, decide: toDebt }]);

/** A product with a source, whose rules are the first ones. */
export async function openRules(db: Db, change: Parameters<typeof makeProduct>[1] = {}) {
  const product = await makeProduct(db, change);
  const source = await makeSource(db, product);
  return { product, source, ctx: contextOf(db, product), productId: product.id };
}
