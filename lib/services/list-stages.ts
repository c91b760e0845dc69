import { listStagesOfProduct } from "@/db/queries/stages";
import type { StageList } from "@/lib/contracts/stages";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { stageAnswer } from "./stage-answer";

/** A product's stages by their first day; one page holds all. Errors: `not_found`. */
export async function listStages({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<StageList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const rows = await listStagesOfProduct(ctx.db, { workspaceId, productId });
  return { items: rows.map(stageAnswer), nextCursor: null };
}
