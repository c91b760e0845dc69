import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import {
  type ClassificationChange,
  type ItemToClassify,
  readBodies,
  readItemsToClassify,
  readRecordsOfItems,
} from "@/db/queries/classifications";
import { readAncestors } from "@/db/queries/item-parents";
import type { Classifier } from "@/lib/classify/classifier";
import { classifyFamily, type Family, type FamilyMember } from "@/lib/classify/classify-family";
import { classifyByModel } from "@/lib/classify/layers/by-model";
import type { Suggester } from "@/lib/classify/suggester";
import { rawFieldOf } from "@/lib/connectors/raw-fields";
import type { Classification } from "@/lib/domain/classification";

/** Items with all that decides about them, in memory: as many as one batch holds. */
export type Batch = { workspaceId: string; items: ItemToClassify[]; family: Family };

/** What an answer rests on beside the items: a version of the rules, and of the model. */
export type Decider = { classifier: Classifier; model: Suggester | null };

/** How many items may be decided at once: their records, where rules read them, are large. */
export function batchSizeFor(deciders: readonly Pick<Decider, "classifier">[]): number {
  return deciders.some(({ classifier }) => classifier.customFields.length > 0) ? 200 : 1000;
}

/** Reads what the given items need beside themselves: their ancestors and the fields rules name. */
export async function loadBatch(
  db: Db,
  { workspaceId, items }: { workspaceId: string; items: ItemToClassify[] },
  customFields: readonly string[],
): Promise<Batch> {
  const all = [...items, ...(await ancestorsOf(db, workspaceId, items))];
  const itemIds = all.map(({ id }) => id);
  const custom = await readCustomFields(db, { workspaceId, itemIds }, customFields);
  const members = all.map(({ id, parentId, item, override }): [string, FamilyMember] => [
    id,
    { id, parentId, override, item: { ...item, custom: custom.get(id) ?? {} } },
  ]);
  return { workspaceId, items, family: new Map(members) };
}

/** The answers to a batch by one decider. */
export async function decideBatch(
  db: Db,
  { workspaceId, items, family }: Batch,
  { classifier, model }: Decider,
): Promise<Map<string, Classification>> {
  const ids = items.map(({ id }) => id);
  const { answers, silent } = classifyFamily(ids, family, classifier);
  if (model === null || silent.size === 0) return answers;
  const bodies = await readBodies(db, { workspaceId, itemIds: [...silent] });
  for (const { id, item } of items) {
    if (!silent.has(id)) continue;
    const said = model.classify({ title: item.title, body: bodies.get(id) ?? null });
    answers.set(id, classifyByModel(said, classifier));
  }
  return answers;
}

/** Which answers are others than the stored ones. */
export function changesOf(
  items: readonly ItemToClassify[],
  answers: ReadonlyMap<string, Classification>,
): ClassificationChange[] {
  return items.flatMap(({ id, current }) => {
    const to = answers.get(id);
    return to === undefined || isSame(to, current) ? [] : [{ itemId: id, from: current, to }];
  });
}

/** The stored side has been through JSON, which drops keys without a value. */
function isSame(decided: Classification, stored: Classification | null): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(decided)), stored);
}

async function ancestorsOf(
  db: Db,
  workspaceId: string,
  items: ItemToClassify[],
): Promise<ItemToClassify[]> {
  const children = items.filter(({ parentId }) => parentId !== null).map(({ id }) => id);
  if (children.length === 0) return [];
  const above = await readAncestors(db, { workspaceId, itemIds: children });
  const here = new Set(items.map(({ id }) => id));
  const itemIds = above.filter((id) => !here.has(id));
  return readItemsToClassify(db, { workspaceId, itemIds });
}

async function readCustomFields(
  db: Db,
  key: { workspaceId: string; itemIds: string[] },
  names: readonly string[],
): Promise<Map<string, Record<string, string[]>>> {
  if (names.length === 0) return new Map();
  const records = await readRecordsOfItems(db, key);
  return new Map(
    records.map(({ id, kind, payload }) => {
      const record: unknown = JSON.parse(payload);
      return [id, Object.fromEntries(names.map((name) => [name, rawFieldOf(kind, record, name)]))];
    }),
  );
}
