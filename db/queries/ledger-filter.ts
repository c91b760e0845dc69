import { type SQL, sql } from "drizzle-orm";
import { type ItemFilter, itemConditions, itemsWithClassification } from "./item-filter";
import { disputeAt, isOpenAt } from "./items-as-known";
import { jsonTexts, jsonUuids } from "./json-rows";
import { ledgerColumns, ledgerRows } from "./ledger-rows";

/** Whose items are counted, and which of them. */
export type LedgerQuestion = {
  workspaceId: string;
  productId: string;
  timeZone: string;
  filter: ItemFilter;
  /** As it was known at this instant; absent: as it is. */
  asKnownAt?: Date | undefined;
};

/** The same, of the past. */
export type PastQuestion = LedgerQuestion & { asKnownAt: Date };
type WhosePast = Omit<PastQuestion, "filter">;

/** Whether a question is about the past. */
export function isOfPast<Question extends LedgerQuestion>(
  question: Question,
): question is Question & PastQuestion {
  return question.asKnownAt !== undefined;
}

/** The ledger's rows of the items that a filter holds, as a table to select from. */
export function ledgerRowsOf(question: LedgerQuestion): SQL {
  if (!isOfPast(question)) return presentRows(question);
  const { unchanged, known } = pastRows(question);
  return sql`(select ${ledgerColumns} from ${unchanged} l
    union all select ${ledgerColumns} from ${known} l)`;
}

/**
 * What a view of the past is made of, as two tables: the ledger's rows of the items that were as they
 * are now, and of all others the rows as they were known.
 */
export function pastRows(question: PastQuestion): { unchanged: SQL; known: SQL } {
  const unchanged = isUnchanged(question, sql`l.item_id`);
  return { unchanged: presentRows(question, unchanged), known: replayedRows(question) };
}

/**
 * The items of which the past tells otherwise than the present does, as two tables: their rows as they
 * are now, and as they were known. All others have the same rows in both.
 */
export function changedRows(question: PastQuestion): { present: SQL; known: SQL } {
  const changed = sql`l.item_id in (${changedItems(question)})`;
  const { asKnownAt: _, ...now } = question;
  return { present: presentRows(now, changed), known: replayedRows(question) };
}

/** Whether an item is told at the instant as it is now. */
export function isUnchanged(past: WhosePast, itemId: SQL): SQL {
  return sql`not exists (select from (${changedItems(past)}) changed
    where changed.item_id = ${itemId})`;
}

/** The items of which the past tells otherwise than the present does: a statement of their ids. */
export function changedItems({ workspaceId, productId, asKnownAt }: WhosePast): SQL {
  return sql`select p.item_id from ledger p
    where p.workspace_id = ${workspaceId} and p.product_id = ${productId}
      and p.known_since > ${asKnownAt.toISOString()}::timestamptz`;
}

function replayedRows(question: PastQuestion): SQL {
  const { workspaceId, productId, timeZone, filter, asKnownAt } = question;
  const product = { workspaceId, productId };
  const where = itemConditions(product, filter);
  const past = { asKnownAt, only: changedItems(question) };
  return sql`(${ledgerRows({ workspaceId, timeZone, where, joined: disputeAt(asKnownAt), past })})`;
}

/** Rows that the ledger holds, where `also` is true of them. */
function presentRows(question: LedgerQuestion, also?: SQL): SQL {
  const { workspaceId, productId, filter, asKnownAt } = question;
  const product = { workspaceId, productId };
  const { category, kind, source, label, assignee, estimated, measured, contested, ...others } =
    filter;
  const isElsewhere = Object.values(others).some((value) => value !== undefined);
  const conditions = [
    sql`l.workspace_id = ${workspaceId} and l.product_id = ${productId}`,
    cellConditions({ category, kind }, "l"),
    source && sql`l.source_id = any ${jsonUuids(source)}`,
    label && sql`l.labels ?| ${jsonTexts(label)}`,
    assignee &&
      sql`(l.assignee = any ${jsonTexts(assignee)} or l.co_assignees ?| ${jsonTexts(assignee)})`,
    estimated && sql`(l.points is not null) = ${estimated === "yes"}`,
    measured && sql`(l.effort_days is not null) = ${measured === "yes"}`,
    contested !== undefined &&
      sql`${contested ? sql`` : sql`not`} exists (select from disputes d
      where d.workspace_id = l.workspace_id and d.item_id = l.item_id and ${isOpenAt(asKnownAt)})`,
    isElsewhere &&
      sql`l.item_id in (select w.id from ${itemsWithClassification} ${disputeAt(asKnownAt)}
        where ${itemConditions(product, others)})`,
    also,
  ];
  const all = conditions.filter((condition) => typeof condition === "object");
  return sql`(select * from ledger l where ${sql.join(all, sql` and `)})`;
}

/** Of the category and the kind, which the ledger and its sums both hold. */
export function cellConditions({ category, kind }: ItemFilter, table: "l" | "r"): SQL {
  const column = (name: string) => sql.raw(`${table}.${name}`);
  const parts = [
    category && sql`${column("category")} = any ${jsonTexts(category)}`,
    kind && sql`${column("kind")} = any ${jsonTexts(kind)}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}
