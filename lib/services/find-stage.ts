import { findStage } from "@/db/queries/stages";
import type { StageRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** The stage of this workspace. Errors: `not_found`, also where it is another workspace's. */
export async function requireStage(
  ctx: Context,
  stageId: string,
  right: ProductRight,
): Promise<StageRow> {
  const { workspaceId } = ctx.actor;
  const stage = isUuid(stageId) ? await findStage(ctx.db, { workspaceId, stageId }) : null;
  if (!stage) throw noSuchStage();
  requireRightIn(ctx.actor, right, stage.productId, noSuchStage);
  return stage;
}

function noSuchStage(): AppError {
  return new AppError("not_found", "There is no such stage.");
}
