import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import {
  type Cause,
  type ClassificationChange,
  type ItemToClassify,
  readItemsToClassify,
  writeClassificationChanges,
} from "@/db/queries/classifications";
import { linkParents, readAncestors, readDescendants } from "@/db/queries/item-parents";
import { lockClassification } from "@/db/queries/product-lock";
import { classifyFamily } from "@/lib/classify/classify-family";
import type { Classification } from "@/lib/domain/classification";

const batchSize = 1000;

/**
 * Decides the given items again, and whatever inherits from them, in the caller's transaction;
 * journals what changed. Returns how many answers changed.
 */
export async function classifyItems(
  db: Db,
  { productId, itemIds, ...cause }: Cause & { productId: string; itemIds: string[] },
): Promise<number> {
  if (itemIds.length === 0) return 0;
  const { workspaceId } = cause;
  await lockClassification(db, productId);
  const moved = await linkParents(db, { workspaceId, productId, itemIds });
  const told = [...new Set([...itemIds, ...moved])];
  const below = await readDescendants(db, { workspaceId, itemIds: told });
  const all = [...new Set([...told, ...below])];
  let changed = 0;
  for (let start = 0; start < all.length; start += batchSize) {
    const batch = all.slice(start, start + batchSize);
    const items = await readItemsToClassify(db, { workspaceId, itemIds: batch });
    changed += await writeDecisions(db, items, cause);
  }
  return changed;
}

/** Decides a batch of items, with the ancestors that it reads for them, and writes what changed. */
export async function writeDecisions(
  db: Db,
  items: ItemToClassify[],
  cause: Cause,
): Promise<number> {
  const members = await withAncestors(db, cause.workspaceId, items);
  const answers = classifyFamily(
    items.map(({ id }) => id),
    members,
  );
  const changes = items.flatMap(({ id, current }): ClassificationChange[] => {
    const to = answers.get(id);
    if (to === undefined || isSame(to, current)) return [];
    return [{ itemId: id, from: current, to }];
  });
  await writeClassificationChanges(db, { ...cause, changes });
  return changes.length;
}

async function withAncestors(
  db: Db,
  workspaceId: string,
  items: ItemToClassify[],
): Promise<Map<string, ItemToClassify>> {
  const members = new Map(items.map((item) => [item.id, item]));
  const children = items.filter(({ parentId }) => parentId !== null);
  if (children.length === 0) return members;
  const itemIds = children.map(({ id }) => id);
  const above = await readAncestors(db, { workspaceId, itemIds });
  const missing = above.filter((id) => !members.has(id));
  for (const item of await readItemsToClassify(db, { workspaceId, itemIds: missing })) {
    members.set(item.id, item);
  }
  return members;
}

/** The stored side has been through JSON, which drops keys without a value. */
function isSame(decided: Classification, stored: Classification | null): boolean {
  if (stored === null) return false;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(decided)), stored);
}
