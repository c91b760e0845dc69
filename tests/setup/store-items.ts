import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { writeClassificationChanges } from "@/db/queries/classifications";
import { replaceItemSprints } from "@/db/queries/item-sprints";
import { refreshLedger } from "@/db/queries/ledger";
import { replaceItemEvents, upsertWorkItems } from "@/db/queries/work-items-write";
import type { ProductRow, SourceRow } from "@/db/schema";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import type { WorkItem } from "@/lib/domain/work-item";
import { itemIdOf } from "@/lib/sync/item-id";
import { testNow } from "@/tests/factories";

export type ItemToStore = {
  item: WorkItem;
  category: CategoryOrNone;
  kind?: Kind | null;
  removedAt: Date | null;
};

/** Stores items with a decided category, past the connectors and the classifier. */
export async function storeItems(
  db: Db,
  product: ProductRow,
  source: SourceRow,
  items: ItemToStore[],
): Promise<void> {
  const { workspaceId } = product;
  const idOf = (item: WorkItem) => itemIdOf(source.id, item.externalId);
  await upsertWorkItems(db, {
    workspaceId,
    productId: product.id,
    sourceId: source.id,
    items: items.map(({ item }) => ({ ...item, id: idOf(item) })),
  });
  await replaceItemEvents(db, {
    workspaceId,
    items: items.map(({ item }) => ({ ...item, id: idOf(item) })),
  });
  await replaceItemSprints(db, {
    workspaceId,
    sourceId: source.id,
    items: items.map(({ item }) => ({ ...item, id: idOf(item) })),
  });
  await writeClassificationChanges(db, {
    workspaceId,
    actor: null,
    at: testNow,
    changes: items.flatMap(({ item, category, kind }) =>
      category === "unclassified"
        ? []
        : [
            {
              itemId: idOf(item),
              from: null,
              to: {
                category,
                kind: kind ?? null,
                because: "label" as const,
                confidence: 1,
                evidence: [],
                suggestion: null,
              },
            },
          ],
    ),
  });
  for (const { item, removedAt } of items) {
    if (removedAt === null) continue;
    await db.execute(sql`update work_items set removed_at = ${removedAt.toISOString()}::timestamptz
      where workspace_id = ${workspaceId} and id = ${idOf(item)}`);
  }
  const itemIds = items.map(({ item }) => idOf(item));
  await refreshLedger(db, { workspaceId, productId: product.id }, { itemIds });
}
