import { sql } from "drizzle-orm";
import type { Decision, Override } from "@/lib/domain/classification";
import type { WorkItem } from "@/lib/domain/work-item";
import { type Db, queryRows } from "../client";
import { jsonRows, jsonUuids } from "./json-rows";

/** What the classifier reads of an item. */
export type ClassifiableFields = Pick<
  WorkItem,
  "title" | "type" | "labels" | "state" | "resolution" | "originalResolution"
>;

export type ItemToClassify = {
  id: string;
  item: ClassifiableFields;
  override: Override | null;
  current: Decision | null;
};

type Row = ClassifiableFields & {
  id: string;
  override: (Omit<Override, "at"> & { at: string }) | null;
  current: Decision | null;
};

const columns = sql`
  w.id, w.title, w.type, w.labels, w.state, w.resolution,
  w.original_resolution as "originalResolution",
  case when o.item_id is null then null else jsonb_build_object(
    'category', o.category, 'kind', o.kind, 'reason', o.reason, 'actor', o.actor, 'at', o.at) end
    as override,
  case when c.item_id is null then null else jsonb_build_object(
    'category', c.category, 'kind', c.kind, 'because', c.because, 'confidence', c.confidence,
    'evidence', c.evidence) end as current`;

const joins = sql`
  left join overrides o on o.workspace_id = w.workspace_id and o.item_id = w.id
  left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id`;

/** The given items with what decides about them and what is decided now. */
export async function readItemsToClassify(
  db: Db,
  { workspaceId, itemIds }: { workspaceId: string; itemIds: string[] },
): Promise<ItemToClassify[]> {
  const rows = await queryRows<Row>(
    db,
    sql`select ${columns} from work_items w ${joins}
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
    sql`select ${columns} from work_items w ${joins}
        where w.workspace_id = ${input.workspaceId} and w.product_id = ${input.productId}
          and w.id > ${input.after}::uuid
        order by w.id limit ${input.limit}`,
  );
  return rows.map(toItem);
}

function toItem({ id, override, current, ...item }: Row): ItemToClassify {
  return { id, item, current, override: override && { ...override, at: new Date(override.at) } };
}

export type ClassificationChange = {
  itemId: string;
  changeId: string;
  from: Decision | null;
  to: Decision | null;
};

/** Writes changed classifications and one journal row for each. */
export async function writeClassificationChanges(
  db: Db,
  input: { workspaceId: string; changes: ClassificationChange[]; actor: string | null; at: Date },
): Promise<void> {
  if (input.changes.length === 0) return;
  const decided = input.changes.flatMap(({ itemId, to }) => (to ? [{ itemId, ...to }] : []));
  const undecided = input.changes.filter(({ to }) => to === null).map(({ itemId }) => itemId);
  await db.execute(sql`
    insert into classifications
      (workspace_id, item_id, category, kind, because, confidence, evidence)
    select ${input.workspaceId}::uuid, n."itemId", n.category, n.kind, n.because, n.confidence, n.evidence
    from jsonb_to_recordset(${jsonRows(decided)}) as n(
      "itemId" uuid, category text, kind text, because text, confidence float8, evidence jsonb)
    on conflict (workspace_id, item_id) do update set
      category = excluded.category, kind = excluded.kind, because = excluded.because,
      confidence = excluded.confidence, evidence = excluded.evidence`);
  if (undecided.length > 0) {
    await db.execute(sql`
      delete from classifications
      where workspace_id = ${input.workspaceId} and item_id = any ${jsonUuids(undecided)}`);
  }
  await appendJournal(db, input);
}

async function appendJournal(
  db: Db,
  input: { workspaceId: string; changes: ClassificationChange[]; actor: string | null; at: Date },
): Promise<void> {
  const rows = input.changes.map(({ itemId, changeId, from, to }) => ({
    itemId,
    changeId,
    fromCategory: from?.category ?? null,
    toCategory: to?.category ?? null,
    toKind: to?.kind ?? null,
    because: to?.because ?? null,
    evidence: to?.evidence ?? [],
  }));
  await db.execute(sql`
    insert into classification_changes
      (workspace_id, item_id, id, at, from_category, to_category, to_kind, because, evidence, actor)
    select ${input.workspaceId}::uuid, n."itemId", n."changeId", ${input.at.toISOString()}::timestamptz,
      n."fromCategory", n."toCategory", n."toKind", n.because, n.evidence, ${input.actor}::text
    from jsonb_to_recordset(${jsonRows(rows)}) as n(
      "itemId" uuid, "changeId" uuid, "fromCategory" text, "toCategory" text, "toKind" text,
      because text, evidence jsonb)`);
}

/** Stores a person's decision, replacing an earlier one. */
export async function upsertOverride(
  db: Db,
  input: { workspaceId: string; itemId: string; override: Override },
): Promise<void> {
  const { category, kind, reason, actor, at } = input.override;
  await db.execute(sql`
    insert into overrides (workspace_id, item_id, category, kind, reason, actor, at)
    values (${input.workspaceId}, ${input.itemId}, ${category}, ${kind}, ${reason}, ${actor},
            ${at.toISOString()}::timestamptz)
    on conflict (workspace_id, item_id) do update set
      category = excluded.category, kind = excluded.kind, reason = excluded.reason,
      actor = excluded.actor, at = excluded.at`);
}

/** Takes a person's decision back; false where there was none. */
export async function deleteOverride(
  db: Db,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<boolean> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`delete from overrides where workspace_id = ${workspaceId} and item_id = ${itemId}
        returning item_id as id`,
  );
  return rows.length > 0;
}
