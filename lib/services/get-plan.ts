import {
  type CandidateRow,
  countCandidates,
  findPlan,
  readCandidates,
  readScopeNames,
} from "@/db/queries/plans";
import type { ProductRow } from "@/db/schema";
import { dayOf } from "@/lib/balance/calendar";
import { getBalanceSchema } from "@/lib/contracts/balance";
import type { Candidate, GetPlan, Plan } from "@/lib/contracts/plan";
import { measureWords } from "@/lib/domain/glossary";
import { mostCandidates, type PlanScope } from "@/lib/domain/plan";
import { priorityOf } from "@/lib/plan/priority-of";
import { lackingOf, rankCandidates } from "@/lib/plan/rank-candidates";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getBalance } from "./get-balance";
import { readAgreedOn } from "./meeting-basis";
import { recentWeeks } from "./read-opening";
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
    readAgainst(ctx, product),
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

/** What is agreed about what is done, and how far the last twelve weeks were from it. */
async function readAgainst(ctx: Context, product: ProductRow) {
  const days = recentWeeks(product, ctx.now());
  const agreed = await readAgreedOn(ctx, product, dayOf(ctx.now(), product.timeZone));
  const isAboutDone = agreed?.basis.measure === "done";
  const unit = isAboutDone ? agreed.basis.unit : "items";
  const query = getBalanceSchema.parse({ ...days, unit });
  const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
  const actual = { ...days, shares: totals.shares };
  if (!agreed || !isAboutDone) {
    const measure = agreed && measureWords[agreed.basis.measure].name.toLowerCase();
    const targetMissing = agreed
      ? `What was agreed for ${agreed.target.stage} is about what is ${measure}: a plan of what will be done cannot be held against it.`
      : null;
    return { target: null, targetMissing, actual, lacking: {} };
  }
  const { agreementId, stage, exception, shares, tolerance } = agreed.target;
  const target = { agreementId, stage, exception, feature: shares.feature ?? 0, tolerance, unit };
  return { target, targetMissing: null, actual, lacking: lackingOf(totals.shares, shares) };
}
