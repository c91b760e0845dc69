import { findPlan, readScopeNames } from "@/db/queries/plans";
import type { GetPlan, Plan } from "@/lib/contracts/plan";
import type { PlanScope } from "@/lib/domain/plan";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { readCandidates } from "./read-candidates";
import { readPlanTarget } from "./read-plan-target";
import { versionedReads } from "./versioned-reads";

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
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const { workspaceId, id: productId } = product;
  const own = { workspaceId, productId };
  const reads = versionedReads(ctx, { ...own, version });
  const stored = await findPlan(ctx.db, own);
  const { from, value } = input.query;
  const scope = from ? { from, value: value ?? null } : (stored?.scope ?? everythingOpen);
  const chosen = stored?.chosen ?? [];
  const names = (field: "sprint" | "milestone") =>
    reads("plan scopes", { ...own, field }, readScopeNames);
  const { lacking, ...told } = await readPlanTarget(ctx, product, reads);
  const [{ candidates, total }, sprints, milestones] = await Promise.all([
    readCandidates(ctx, product, { reads, scope, chosen, lacking }),
    names("sprint"),
    names("milestone"),
  ]);
  return {
    version: stored?.version ?? 0,
    scope,
    // What was deleted with its source is no longer chosen.
    chosen: chosen.filter((id) => candidates.some((one) => one.id === id)),
    changedBy: stored?.changedBy ?? null,
    changedAt: stored?.changedAt.toISOString() ?? null,
    ...told,
    ...{ candidates, total, sprints: [...sprints], milestones: [...milestones] },
  };
}
