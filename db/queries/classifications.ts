import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { type Classification, type Override, unclassified } from "@/lib/domain/classification";
import type { SourceKind } from "@/lib/domain/source";
import type { WorkItem } from "@/lib/domain/work-item";
import { type Db, queryRows } from "../client";
import { isOwnWork } from "./item-filter";
import { jsonRows, jsonUuids } from "./json-rows";

/** What the classifier reads of an item. */
export type ClassifiableFields = Pick<
  WorkItem,
  | "key"
  | "title"
  | "type"
  | "labels"
  | "components"
  | "milestone"
  | "sprint"
  | "priority"
  | "status"
  | "resolution"
  | "originalResolution"
  | "author"
  | "assignees"
  | "parentKey"
>;

export type ItemToClassify = {
  id: string;
  productId: string;
  parentId: string | null;
  item: ClassifiableFields;
  override: Override | null;
  /** How it counts, for telling what a change would move. */
  weight: ItemWeight;
  /** What is stored; null where nobody has looked at the item yet. */
  current: Classification | null;
};

export type ItemWeight = {
  /** False of what holds work that is counted itself, and of parts counted with their whole. */
  isCounted: boolean;
  isRemoved: boolean;
  closedAt: Date | null;
  points: number | null;
};

type Row = ClassifiableFields & {
  id: string;
  productId: string;
  parentId: string | null;
  weight: Omit<ItemWeight, "closedAt"> & { closedAt: string | null };
  override: (Omit<Override, "at"> & { at: string }) | null;
  current: Classification | null;
};

const columnsOf = (workspaceId: string) => sql`
  w.id, w.product_id as "productId", l.parent_id as "parentId", w.key, w.title, w.type, w.labels, w.components,
  w.milestone, w.sprint, w.priority, w.status, w.resolution,
  w.original_resolution as "originalResolution", w.author, w.assignees,
  w.parent_key as "parentKey",
  jsonb_build_object('isCounted', not w.is_container and ${isOwnWork(workspaceId)}, 'points', w.points,
    'isRemoved', w.removed_at is not null, 'closedAt', w.closed_at) as weight,
  case when o.item_id is null then null else jsonb_build_object(
    'category', o.category, 'kind', o.kind, 'reason', o.reason, 'actor', o.actor, 'at', o.at) end
    as override,
  case when c.item_id is null then null else jsonb_build_object(
    'category', c.category, 'kind', c.kind, 'because', c.because, 'confidence', c.confidence,
    'evidence', c.evidence, 'suggestion', c.suggestion) end as current`;

const joins = sql`
  left join item_parents l on l.workspace_id = w.workspace_id and l.item_id = w.id
  left join overrides o on o.workspace_id = w.workspace_id and o.item_id = w.id
  left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id`;

/** The given items with what decides about them and what is decided now. */
export async function readItemsToClassify(
  db: Db,
  { workspaceId, itemIds }: { workspaceId: string; itemIds: string[] },
): Promise<ItemToClassify[]> {
  if (itemIds.length === 0) return [];
  const rows = await queryRows<Row>(
    db,
    sql`select ${columnsOf(workspaceId)} from work_items w ${joins}
        where w.workspace_id = ${workspaceId} and w.id = any ${jsonUuids(itemIds)}`,
  );
  return rows.map(toItem);
}

/** One batch of a product's items in id order, after `after`; for classifying all of them again. */
export async function readProductItemsToClassify(
  db: Db,
  input: { workspaceId: string; productId: string; after: string; limit: number },
): Promise<ItemToClassify[]> {
  const rows = await queryRows<Row>(
    db,
    sql`select ${columnsOf(input.workspaceId)} from work_items w ${joins}
        where w.workspace_id = ${input.workspaceId} and w.product_id = ${input.productId}
          and w.id > ${input.after}::uuid
        order by w.id limit ${input.limit}`,
  );
  return rows.map(toItem);
}

function toItem({
  id,
  productId,
  parentId,
  override,
  current,
  weight,
  ...item
}: Row): ItemToClassify {
  const decided = override && { ...override, at: new Date(override.at) };
  const { closedAt } = weight;
  const weighed = { ...weight, closedAt: closedAt === null ? null : new Date(closedAt) };
  return { id, productId, parentId, item, current, override: decided, weight: weighed };
}

/** The texts of items, for a model that reads them. */
export async function readBodies(
  db: Db,
  { workspaceId, itemIds }: { workspaceId: string; itemIds: string[] },
): Promise<Map<string, string | null>> {
  const rows = await queryRows<{ id: string; body: string | null }>(
    db,
    sql`select id, body from work_items
        where workspace_id = ${workspaceId} and id = any ${jsonUuids(itemIds)}`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

export type RecordOfItem = { id: string; kind: SourceKind; payload: string };

/** The records that items come from, as the tracker sent them. */
export function readRecordsOfItems(
  db: Db,
  { workspaceId, itemIds }: { workspaceId: string; itemIds: string[] },
): Promise<RecordOfItem[]> {
  return queryRows<RecordOfItem>(
    db,
    sql`
    select w.id, s.kind, r.payload from work_items w
    join sources s on s.workspace_id = w.workspace_id and s.id = w.source_id
    join raw_records r on r.workspace_id = w.workspace_id and r.source_id = w.source_id
      and r.external_id = w.external_id
    where w.workspace_id = ${workspaceId} and w.id = any ${jsonUuids(itemIds)}`,
  );
}

export type ClassificationChange = {
  itemId: string;
  from: Classification | null;
  to: Classification;
};

/** Who or what changed it, and when; no actor where a sync or a reclassification did. */
export type Cause = { workspaceId: string; actor: string | null; at: Date };

/** Writes classifications, and one journal row for each whose answer is another than before. */
export async function writeClassificationChanges(
  db: Db,
  { changes, ...cause }: Cause & { changes: ClassificationChange[] },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ itemId, to }) => ({ itemId, ...to }));
  await db.execute(sql`
    insert into classifications
      (workspace_id, item_id, category, kind, because, confidence, evidence, suggestion)
    select ${cause.workspaceId}::uuid, n."itemId", n.category, n.kind, n.because, n.confidence,
      n.evidence, n.suggestion
    from jsonb_to_recordset(${jsonRows(rows)}) as n(
      "itemId" uuid, category text, kind text, because text, confidence float8, evidence jsonb,
      suggestion jsonb)
    on conflict (workspace_id, item_id) do update set
      category = excluded.category, kind = excluded.kind, because = excluded.because,
      confidence = excluded.confidence, evidence = excluded.evidence,
      suggestion = excluded.suggestion`);
  await appendJournal(db, { ...cause, changes: changes.filter(isTold) });
}

/** A suggestion is no answer: neither one that changes nor a first look that finds nothing. */
function isTold({ from, to }: ClassificationChange): boolean {
  const answer = ({ suggestion: _suggestion, ...rest }: Classification) => rest;
  return !isDeepStrictEqual(answer(from ?? unclassified), answer(to));
}

/** An item's changes never share an instant, so that their order is known. */
async function appendJournal(
  db: Db,
  { workspaceId, actor, at, changes }: Cause & { changes: ClassificationChange[] },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ itemId, from, to }) => ({
    itemId,
    changeId: crypto.randomUUID(),
    fromCategory: from?.category ?? null,
    fromKind: from?.kind ?? null,
    initial: from === null,
    ...to,
  }));
  await db.execute(sql`
    insert into classification_changes
      (workspace_id, item_id, id, at, from_category, from_kind, to_category, to_kind, because,
       confidence, evidence, initial, actor)
    select ${workspaceId}::uuid, n."itemId", n."changeId",
      greatest(${at.toISOString()}::timestamptz, (
        select max(p.at) + interval '1 millisecond' from classification_changes p
        where p.workspace_id = ${workspaceId} and p.item_id = n."itemId")),
      n."fromCategory", n."fromKind", n.category, n.kind, n.because, n.confidence, n.evidence,
      n.initial, ${actor}::text
    from jsonb_to_recordset(${jsonRows(rows)}) as n(
      "itemId" uuid, "changeId" uuid, "fromCategory" text, "fromKind" text, category text,
      kind text, because text, confidence float8, evidence jsonb, initial boolean)`);
}
