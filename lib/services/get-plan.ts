import {
  type CandidateRow,
  countCandidates,
  findPlan,
  readCandidates,
  readScopeNames,
} from "@/db/queries/plans";
import type { Candidate, GetPlan, Plan } from "@/lib/contracts/plan";
import { mostCandidates, type PlanScope } from "@/lib/domain/plan";
import { priorityOf } from "@/lib/plan/priority-of";
import { rankCandidates } from "@/lib/plan/rank-candidates";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { readPlanTarget } from "./read-plan-target";
import { requireRight } from "./rights";

/** Open items that are ranked, the longest open first. */
const mostRanked = 5000;
const everythingOpen: PlanScope = { from: "open", value: null };

/**
 * The product's plan: what is chosen, what else could be, each with the reason for its rank, and
 * what it is held against. Errors: `not_found`.
 */
export async function getPlan({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: GetPlan };
}): Promise<Plan> {
  requireRight(ctx.actor, "read");
  const product = await requireProduct(ctx, input.productId);
  const { workspaceId, id: productId } = product;
  const own = { workspaceId, productId };
  const stored = await findPlan(ctx.db, own);
  const { from, value } = input.query;
  const scope = from ? { from, value: value ?? null } : (stored?.scope ?? everythingOpen);
  const chosen = stored?.chosen ?? [];
  const [against, rows, total, sprints, milestones] = await Promise.all([
    readPlanTarget(ctx, product),
    readCandidates(ctx.db, { ...own, scope, chosen, limit: mostRanked }),
    countCandidates(ctx.db, { ...own, scope }),
    readScopeNames(ctx.db, { ...own, field: "sprint" }),
    readScopeNames(ctx.db, { ...own, field: "milestone" }),
  ]);
  const { lacking, ...told } = against;
  const candidates = offered(rows, chosen, { lacking, now: ctx.now() });
  return {
    version: stored?.version ?? 0,
    scope,
    // What was deleted with its source is no longer chosen.
    chosen: chosen.filter((id) => rows.some((row) => row.id === id)),
    changedBy: stored?.changedBy ?? null,
    changedAt: stored?.changedAt.toISOString() ?? null,
    ...told,
    ...{ candidates, total, sprints, milestones },
  };
}

/** The chosen ones and the highest of the others, in the order of their rank. */
function offered(
  rows: CandidateRow[],
  chosen: string[],
  ranking: Parameters<typeof rankCandidates>[1],
): Candidate[] {
  const ranked = rankCandidates(
    rows.map((row) => ({
      ...row,
      category: row.category ?? ("unclassified" as const),
      priority: priorityOf(row),
    })),
    ranking,
  );
  const isChosen = new Set(chosen);
  let others = 0;
  return ranked
    .filter(({ id }) => isChosen.has(id) || others++ < mostCandidates)
    .map(({ priority: _, labels: __, category, ...candidate }) => ({
      ...candidate,
      category: category === "unclassified" ? null : category,
    }));
}
