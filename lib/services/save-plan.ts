import type { z } from "zod";
import { writePlan } from "@/db/queries/plans";
import type { Plan, savePlanSchema } from "@/lib/contracts/plan";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getPlan } from "./get-plan";
import { requireRight } from "./rights";

/**
 * Keeps what is chosen for the next sprint or period. Errors: `not_found`; `invalid_request` naming
 * `scope` where a sprint or milestone has no name; `conflict` where it was changed since `version`.
 */
export async function savePlan({
  ctx,
  input: { productId: id, plan },
}: {
  ctx: Context;
  input: { productId: string; plan: z.output<typeof savePlanSchema> };
}): Promise<Plan> {
  requireRight(ctx.actor, "agree");
  const { id: productId, workspaceId } = await requireProduct(ctx, id);
  const { version, scope } = plan;
  if ((scope.from === "open") !== (scope.value === null)) {
    const message = "Name the sprint or milestone; what is open has no name.";
    throw new AppError("invalid_request", message, { fields: { scope: message } });
  }
  const chosen = [...new Set(plan.chosen)];
  const by = { changedBy: ctx.actor.name, changedAt: ctx.now() };
  if (!(await writePlan(ctx.db, { workspaceId, productId, version, scope, chosen, ...by }))) {
    throw new AppError("conflict", "Somebody has changed the plan meanwhile: read it again.");
  }
  return getPlan({ ctx, input: { productId, query: {} } });
}
