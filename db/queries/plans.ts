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

type CandidatesQuestion = ProductKey & { scope: PlanScope; chosen: string[]; limit: number };

/** The chosen items, and the open ones of a scope, longest open first. */
export function readCandidates(
  db: Db,
  { scope, chosen, limit, ...product }: CandidatesQuestion,
): Promise<CandidateRow[]> {
  const columns = sql`w.id, w.key, w.url, w.title, w.state, ${isoText(sql`w.created_at`)} as "createdAt",
    w.points, c.category, c.kind, w.priority, w.labels`;
  const { workspaceId, productId } = product;
  return queryRows<CandidateRow>(
    db,
    sql`
    (select ${columns} from ${itemsWithClassification}
     where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
       and w.id = any ${jsonUuids(chosen)})
    union
    (select ${columns} from ${itemsWithClassification}
     where ${openWork(product, scope)}
     order by w.created_at, w.id limit ${limit})`,
  );
}

export async function countCandidates(
  db: Db,
  { scope, ...product }: ProductKey & { scope: PlanScope },
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from ${itemsWithClassification}
        where ${openWork(product, scope)}`,
  );
  return row?.count ?? 0;
}

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
