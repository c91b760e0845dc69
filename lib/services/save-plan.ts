import type { z } from "zod";
import { findPlan, readItemIdsOfProduct, writePlan } from "@/db/queries/plans";
import type { Plan, savePlanSchema } from "@/lib/contracts/plan";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getPlan } from "./get-plan";

/** Unknown items that a refusal names. */
const mostNamed = 5;

/**
 * Keeps what is chosen for the next sprint or period. Errors: `not_found`; `invalid_request` naming
 * `scope` where a sprint or milestone has no name, `chosen` where an item is none of the product's;
 * `conflict` where it was changed since `version`.
 */
export async function savePlan({
  ctx,
  input: { productId: id, plan },
}: {
  ctx: Context;
  input: { productId: string; plan: z.output<typeof savePlanSchema> };
}): Promise<Plan> {
  const { id: productId, workspaceId } = await requireProduct(ctx, id, "agree");
  const { version, scope } = plan;
  if ((scope.from === "open") !== (scope.value === null)) {
    const message = "Name the sprint or milestone; what is open has no name.";
    throw new AppError("invalid_request", message, { fields: { scope: message } });
  }
  const chosen = [...new Set(plan.chosen.map((one) => one.toLowerCase()))];
  await requireKnownItems(ctx, { workspaceId, productId }, chosen);
  const by = { changedBy: ctx.actor.name, changedAt: ctx.now() };
  if (!(await writePlan(ctx.db, { workspaceId, productId, version, scope, chosen, ...by }))) {
    throw new AppError("conflict", "Somebody has changed the plan meanwhile: read it again.");
  }
  return getPlan({ ctx, input: { productId, query: {} } });
}

/** What was chosen before and has gone with its source since is dropped where the plan is read. */
async function requireKnownItems(
  ctx: Context,
  key: { workspaceId: string; productId: string },
  chosen: string[],
): Promise<void> {
  const [known, stored] = await Promise.all([
    readItemIdsOfProduct(ctx.db, { ...key, itemIds: chosen }),
    findPlan(ctx.db, key),
  ]);
  const expected = new Set([...known, ...(stored?.chosen ?? [])]);
  const unknown = chosen.filter((id) => !expected.has(id));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, mostNamed).join(", ");
  const more = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more` : "";
  const message = `The product has no such items: ${named}${more}. Read the plan again and choose from it.`;
  throw new AppError("invalid_request", message, { fields: { chosen: message } });
}
