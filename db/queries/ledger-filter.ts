import { type SQL, sql } from "drizzle-orm";
import { type ItemFilter, itemConditions, itemsWithClassification } from "./item-filter";
import { disputeAt } from "./items-as-known";
import { jsonTexts, jsonUuids } from "./json-rows";
import { ledgerRows } from "./ledger-rows";

/** Whose items are counted, and which of them. */
export type LedgerQuestion = {
  workspaceId: string;
  productId: string;
  timeZone: string;
  filter: ItemFilter;
  /** As it was known at this instant; absent: as it is. */
  asKnownAt?: Date | undefined;
};

/** The ledger's rows of the items that a filter holds, as a table to select from. */
export function ledgerRowsOf(question: LedgerQuestion): SQL {
  const { workspaceId, productId, timeZone, filter, asKnownAt } = question;
  const product = { workspaceId, productId };
  if (asKnownAt !== undefined) {
    const where = itemConditions(product, filter);
    const joined = disputeAt(asKnownAt);
    return sql`(${ledgerRows({ workspaceId, timeZone, where, joined, asKnownAt })})`;
  }
  const { category, kind, source, label, assignee, estimated, measured, contested, ...others } =
    filter;
  const isElsewhere = Object.values(others).some((value) => value !== undefined);
  const conditions = [
    sql`l.workspace_id = ${workspaceId} and l.product_id = ${productId}`,
    cellConditions({ category, kind }, "l"),
    source && sql`l.source_id = any ${jsonUuids(source)}`,
    label && sql`l.labels ?| ${jsonTexts(label)}`,
    assignee && sql`l.assignee = any ${jsonTexts(assignee)}`,
    estimated && sql`(l.points is not null) = ${estimated === "yes"}`,
    measured && sql`(l.effort_days is not null) = ${measured === "yes"}`,
    contested !== undefined &&
      sql`${contested ? sql`` : sql`not`} exists (select from disputes d
      where d.workspace_id = l.workspace_id and d.item_id = l.item_id and d.settled_at is null)`,
    isElsewhere &&
      sql`l.item_id in (select w.id from ${itemsWithClassification} ${disputeAt(undefined)}
        where ${itemConditions(product, others)})`,
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
