import { lockAgreements } from "@/db/queries/product-lock";
import { deleteStageWithoutAgreement } from "@/db/queries/stages";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireStage } from "./find-stage";
import { recordDeed } from "./record-deed";

/** Deletes a stage. Errors: `not_found`; `conflict` where anything was said about an agreement for it. */
export async function deleteStage({
  ctx,
  input,
}: {
  ctx: Context;
  input: { stageId: string };
}): Promise<void> {
  const {
    id: stageId,
    workspaceId,
    productId,
    name,
  } = await requireStage(ctx, input.stageId, "agree");
  const isDeleted = await ctx.db.transaction(async (tx) => {
    await lockAgreements(tx, productId);
    if (!(await deleteStageWithoutAgreement(tx, { workspaceId, stageId }))) return false;
    const detail = { did: "delete", name };
    await recordDeed(ctx, tx, { kind: "stage.change", productId, subject: stageId, detail });
    return true;
  });
  if (isDeleted) return;
  throw new AppError(
    "conflict",
    `What was said about an agreement for ${name} is kept, and so is the stage. It can be ended.`,
  );
}
