import { type SQL, sql } from "drizzle-orm";
import type { Category } from "@/lib/domain/category";
import type { Because, Evidence, Suggestion } from "@/lib/domain/classification";
import type { GroupFilter } from "@/lib/domain/grouping";
import type { Kind } from "@/lib/domain/kind";
import type { ItemEventType, ItemState, Resolution } from "@/lib/domain/work-item";
import { type Db, queryRows } from "../client";
import { isoText } from "./iso-text";
import { type ItemFilter, itemConditions, itemsWithClassification } from "./item-filter";
import { groupCondition } from "./item-groups";
import { disputeAt, itemsAt } from "./items-as-known";
import { jsonUuids } from "./json-rows";
import { changedItems, isOfPast, isUnchanged, ledgerRowsOf } from "./ledger-filter";
import { stockRows } from "./stock-rows";

/** One item as lists show it. Instants are ISO 8601 text in UTC, as the contract carries them. */
export type ItemRow = {
  id: string;
  source: string;
  key: string;
  number: number | null;
  url: string;
  title: string;
  state: ItemState;
  resolution: Resolution | null;
  type: string | null;
  labels: string[];
  components: string[];
  sprint: string | null;
  milestone: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  removedAt: string | null;
  points: number | null;
  effortDays: number | null;
  author: string | null;
  assignee: string | null;
  assignees: string[];
  parentKey: string | null;
  category: Category | null;
  kind: Kind | null;
  because: Because | null;
  confidence: number | null;
  evidence: Evidence[];
  suggestion: Suggestion | null;
  contested: boolean;
  dispute: { reason: string; actor: string; at: string } | null;
};

type ProductKey = { workspaceId: string; productId: string };

/** Spans of instants, each from the first to before the second. */
export type ItemSpans = {
  done?: { startsAt: Date | null; endsAt: Date | null } | undefined;
  opened?: { startsAt: Date | null; endsAt: Date | null } | undefined;
  /** Open at the end of this day of the product's, which is that instant. */
  openOn?: { day: string; endsAt: Date } | undefined;
};

/** Where a list goes on: after this item in the order newest first. */
export type ItemCursor = { createdAt: string; id: string };

export type ItemQuestion = ProductKey & {
  timeZone: string;
  filter: ItemFilter;
  spans: ItemSpans;
  group?: GroupFilter | undefined;
  /** Items as they were known at this instant; absent: as they are. */
  asKnownAt?: Date | undefined;
};

/** One page of items, newest first. */
export function readItems(
  db: Db,
  { limit, after, ...question }: ItemQuestion & { limit: number; after: ItemCursor | null },
): Promise<ItemRow[]> {
  return queryRows<ItemRow>(
    db,
    sql`
    select ${itemColumns} from ${itemsOf(question)}
    where ${questionConditions(question)}
      ${after ? sql`and (w.created_at, w.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql``}
    order by w.created_at desc, w.id desc
    limit ${limit}`,
  );
}

/** How many items the whole filter holds. Of the past, only what has changed since is replayed. */
export async function countItems(db: Db, question: ItemQuestion): Promise<number> {
  const parts = countsOf(question).map((count) => sql`(${count})`);
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select (${sql.join(parts, sql` + `)})::int as count`,
  );
  return row?.count ?? 0;
}

/** Statements of a count each, to be added up. */
function countsOf(question: ItemQuestion): SQL[] {
  const { spans, group } = question;
  if (spans.openOn && !spans.done && !spans.opened && !group) {
    // All of them at once, where a page asks item by item.
    return [sql`select count(*) from (${stockRows({ ...question, day: spans.openOn.day })}) stock`];
  }
  const conditions = questionConditions(question);
  if (!isOfPast(question)) {
    return [sql`select count(*) from ${itemsOf(question)} where ${conditions}`];
  }
  const contested = disputeAt(question.asKnownAt);
  return [
    sql`select count(*) from ${itemsWithClassification} ${contested}
      where ${conditions} and ${isUnchanged(question, sql`w.id`)}`,
    sql`select count(*) from ${itemsAt(question.asKnownAt, changedItems(question))} ${contested}
      where ${conditions}`,
  ];
}

/** One item with its text and the product it belongs to, or null. */
export async function findItem(
  db: Db,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<(ItemRow & { body: string | null; productId: string }) | null> {
  const [row] = await queryRows<ItemRow & { body: string | null; productId: string }>(
    db,
    sql`select ${itemColumns}, w.body, w.product_id as "productId" from ${itemsOf({})}
        where w.workspace_id = ${workspaceId} and w.id = ${itemId}`,
  );
  return row ?? null;
}

/** What names an item to a reader, by id. */
export async function readItemLinks(
  db: Db,
  { workspaceId, itemIds }: { workspaceId: string; itemIds: string[] },
): Promise<Map<string, { key: string; url: string }>> {
  const rows = await queryRows<{ id: string; key: string; url: string }>(
    db,
    sql`select id, key, url from work_items
        where workspace_id = ${workspaceId} and id = any ${jsonUuids(itemIds)}`,
  );
  return new Map(rows.map(({ id, ...link }) => [id, link]));
}

export type ItemEventRow = { type: ItemEventType; at: string; detail: string | null };

/** What happened to an item upstream, oldest first. */
export function readItemEvents(
  db: Db,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<ItemEventRow[]> {
  return queryRows<ItemEventRow>(
    db,
    sql`select type, ${isoText(sql`at`)} as at, detail from item_events
        where workspace_id = ${workspaceId} and item_id = ${itemId}
        order by item_events.at, type desc`,
  );
}

export type ClassificationChangeRow = {
  at: string;
  fromCategory: Category | null;
  fromKind: Kind | null;
  toCategory: Category | null;
  toKind: Kind | null;
  because: Because | null;
  evidence: Evidence[];
  actor: string | null;
};

/** How an item's classification changed, oldest first. */
export function readClassificationChanges(
  db: Db,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<ClassificationChangeRow[]> {
  return queryRows<ClassificationChangeRow>(
    db,
    sql`select ${isoText(sql`at`)} as at, from_category as "fromCategory",
          from_kind as "fromKind",
          to_category as "toCategory", to_kind as "toKind", because, evidence, actor
        from classification_changes
        where workspace_id = ${workspaceId} and item_id = ${itemId}
        order by classification_changes.at, id`,
  );
}

export const itemColumns = sql`
  w.id, w.source_id as source, w.key, w.number, w.url, w.title, w.state, w.resolution, w.type,
  w.labels, w.components, w.sprint, w.milestone, ${isoText(sql`w.created_at`)} as "createdAt",
  ${isoText(sql`w.updated_at`)} as "updatedAt", ${isoText(sql`w.closed_at`)} as "closedAt",
  ${isoText(sql`w.removed_at`)} as "removedAt", w.points,
  w.effort_days::float8 as "effortDays", w.author, w.assignee, w.assignees,
  w.parent_key as "parentKey", c.category, c.kind, c.because, c.confidence,
  coalesce(c.evidence, '[]'::jsonb) as evidence, c.suggestion, d.item_id is not null as contested,
  case when d.item_id is not null then jsonb_build_object(
    'reason', d.reason, 'actor', d.actor, 'at', ${isoText(sql`d.at`)}) end as dispute`;

export function itemsOf({ asKnownAt }: { asKnownAt?: Date | undefined }): SQL {
  return sql`${itemsAt(asKnownAt)} ${disputeAt(asKnownAt)}`;
}

export function questionConditions(question: ItemQuestion): SQL {
  const { filter, spans, group, asKnownAt, timeZone, ...product } = question;
  const parts = [
    itemConditions(product, filter),
    spans.done && sql`w.closed_at is not null and ${within(sql`w.closed_at`, spans.done)}`,
    spans.opened && within(sql`w.created_at`, spans.opened),
    spans.openOn && openOn({ ...product, timeZone }, spans.openOn, asKnownAt),
    group && groupCondition(group),
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}

/** By the same rows as the stock of the balance, so that a bar and its list agree. */
export function openOn(
  { timeZone, ...product }: ProductKey & { timeZone: string },
  { day, endsAt }: { day: string; endsAt: Date },
  asKnownAt: Date | undefined,
): SQL {
  const end = sql`${endsAt.toISOString()}::timestamptz`;
  // Whatever happened before, what was last closed or gone by then is not open: few are left.
  const mayBe = sql`w.created_at < ${end} and (w.closed_at is null or w.closed_at >= ${end})
    and (w.removed_at is null or w.removed_at >= ${end})`;
  if (asKnownAt === undefined) {
    return sql`${mayBe} and (select sum(l.open) from ledger l
      where l.workspace_id = w.workspace_id and l.item_id = w.id and l.day <= ${day}::date) > 0`;
  }
  const rows = ledgerRowsOf({ ...product, timeZone, filter: {}, asKnownAt });
  return sql`${mayBe} and w.id in (select l.item_id from ${rows} l
    where l.day <= ${day}::date group by l.item_id having sum(l.open) > 0)`;
}

function within(column: SQL, span: { startsAt: Date | null; endsAt: Date | null }): SQL {
  const from = span.startsAt && sql`${column} >= ${span.startsAt.toISOString()}::timestamptz`;
  const to = span.endsAt && sql`${column} < ${span.endsAt.toISOString()}::timestamptz`;
  const parts = [from, to].filter((part) => part !== null);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}
