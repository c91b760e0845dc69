import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Category } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import type { PlanScope } from "@/lib/domain/plan";
import { type Db, queryRows } from "../client";
import { type PlanRow, plans } from "../schema";
import { isoText } from "./iso-text";
import { isOwnWork, itemsWithClassification } from "./item-filter";
import { jsonUuids } from "./json-rows";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(plans.workspaceId, workspaceId), eq(plans.productId, productId));

export async function findPlan(db: Db, product: ProductKey): Promise<PlanRow | null> {
  const [row] = await db.select().from(plans).where(ofProduct(product));
  return row ?? null;
}

/** Writes the plan, if `version` still is the stored one's; 0 is none yet. */
export async function writePlan(db: Db, { version, ...row }: PlanRow): Promise<boolean> {
  const { workspaceId: _, productId: __, ...change } = row;
  const next = version + 1;
  const written = { version: plans.version };
  if (version === 0) {
    const first = db.insert(plans).values({ ...row, version: next });
    return (await first.onConflictDoNothing().returning(written)).length > 0;
  }
  const later = db.update(plans).set({ ...change, version: next });
  const own = and(ofProduct(row), eq(plans.version, version));
  return (await later.where(own).returning(written)).length > 0;
}

/** Those of some items that a product has, removed ones too. */
export async function readItemIdsOfProduct(
  db: Db,
  { workspaceId, productId, itemIds }: ProductKey & { itemIds: string[] },
): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await queryRows<{ id: string }>(
    db,
    sql`select w.id from work_items w where w.workspace_id = ${workspaceId}
        and w.product_id = ${productId} and w.id = any ${jsonUuids(itemIds)}`,
  );
  return rows.map(({ id }) => id);
}

export type CandidateRow = {
  id: string;
  key: string;
  url: string;
  title: string;
  state: "open" | "closed";
  createdAt: string;
  points: number | null;
  category: Category | null;
  kind: Kind | null;
  priority: string | null;
  labels: string[];
};

const candidateColumns = sql`w.id, w.key, w.url, w.title, w.state,
  ${isoText(sql`w.created_at`)} as "createdAt", w.points, c.category, c.kind, w.priority`;

/** Items of the product by their ids, open or not. */
export function readPlannedItems(
  db: Db,
  { workspaceId, productId, chosen }: ProductKey & { chosen: string[] },
): Promise<CandidateRow[]> {
  if (chosen.length === 0) return Promise.resolve([]);
  return queryRows<CandidateRow>(
    db,
    sql`select ${candidateColumns}, w.labels from ${itemsWithClassification}
        where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
          and w.id = any ${jsonUuids(chosen)}`,
  );
}

/** `position`: how many of the scope's `total` open items are older. */
export type OfferedRow = CandidateRow & { position: number; total: number };

/**
 * The open items of a scope that may rank among the first `most`: whatever the ranks, of items of one
 * category with the same priority the older one is before the younger. `labels` are those that may
 * tell a priority.
 */
export function readOffered(
  db: Db,
  { scope, most, ...product }: ProductKey & { scope: PlanScope; most: number },
): Promise<OfferedRow[]> {
  return queryRows<OfferedRow>(
    db,
    sql`
    with candidates as (
      select ${candidateColumns}, told.labels,
        (row_number() over (order by w.created_at, w.id) - 1)::int as position,
        (count(*) over ())::int as total,
        row_number() over (partition by c.category, w.priority, told.labels
          order by w.created_at, w.id) as place
      from ${itemsWithClassification}
      cross join lateral (
        select coalesce(jsonb_agg(label order by label), '[]') as labels
        from jsonb_array_elements_text(w.labels) as own(label)
        where label ~* '^(p[0-5]$|prio|severity)') as told
      where ${openWork(product, scope)})
    select id, key, url, title, state, "createdAt", points, category, kind, priority, labels,
      position, total
    from candidates where place <= ${most} order by place, position limit ${mostRanked}`,
  );
}

/** A bound on memory; 50 pairs of category and priority fit under it. */
const mostRanked = 10_000;

/** The sprints or milestones that open items are in, by name. */
export async function readScopeNames(
  db: Db,
  { field, ...product }: ProductKey & { field: "sprint" | "milestone" },
): Promise<string[]> {
  const column = field === "sprint" ? sql`w.sprint` : sql`w.milestone`;
  const rows = await queryRows<{ value: string }>(
    db,
    sql`select distinct ${column} as value from ${itemsWithClassification}
        where ${openWork(product, { from: "open", value: null })} and ${column} is not null
        order by 1 limit 200`,
  );
  return rows.map(({ value }) => value);
}

/** What can be planned: open work that counts by itself, whatever is excluded left out. */
function openWork({ workspaceId, productId }: ProductKey, { from, value }: PlanScope): SQL {
  const within = {
    open: sql``,
    sprint: sql`and w.sprint = ${value}`,
    milestone: sql`and w.milestone = ${value}`,
  }[from];
  return sql`w.workspace_id = ${workspaceId} and w.product_id = ${productId}
    and w.state = 'open' and w.removed_at is null
    and not w.is_container and ${isOwnWork(workspaceId)}
    and coalesce(c.category, 'unclassified') <> 'excluded' ${within}`;
}
