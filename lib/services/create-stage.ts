import type { z } from "zod";
import { lockAgreements } from "@/db/queries/product-lock";
import { raiseProductVersion } from "@/db/queries/product-version";
import { insertStage, listStagesOfProduct, updateStage } from "@/db/queries/stages";
import { placeStage } from "@/lib/agreements/stages";
import { dayOf } from "@/lib/balance/calendar";
import type { createStageSchema, Stage } from "@/lib/contracts/stages";
import { mostStages } from "@/lib/domain/agreement";
import { AppError } from "@/lib/errors";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";
import { stageAnswer } from "./stage-answer";

/**
 * Adds a stage. An open-ended one before it ends the day before. Errors: `not_found`; as
 * `placeStage`; `unprocessable` where the product has as many as it may.
 */
export async function createStage({
  ctx,
  input: { productId, stage },
}: {
  ctx: Context;
  input: { productId: string; stage: z.output<typeof createStageSchema> };
}): Promise<Stage> {
  const { id, workspaceId, timeZone } = await requireProduct(ctx, productId, "agree");
  requireKnownDay("startsOn", stage.startsOn);
  if (stage.endsOn !== null) requireKnownDay("endsOn", stage.endsOn);
  const now = ctx.now();
  const row = { ...stage, workspaceId, id: crypto.randomUUID(), productId: id, createdAt: now };
  await ctx.db.transaction(async (tx) => {
    await lockAgreements(tx, id);
    const existing = await listStagesOfProduct(tx, { workspaceId, productId: id });
    if (existing.length >= mostStages) {
      throw new AppError("unprocessable", `A product has at most ${mostStages} stages.`);
    }
    const ended = placeStage(existing, stage, dayOf(now, timeZone));
    if (ended) {
      const { stageId, endsOn } = ended;
      await updateStage(tx, { workspaceId, stageId }, { endsOn });
    }
    await insertStage(tx, row);
    const detail = { did: "create", name: row.name };
    await recordDeed(ctx, tx, { kind: "stage.change", productId: id, subject: row.id, detail });
    await raiseProductVersion(tx, row);
  });
  return stageAnswer({ ...row, isBound: false });
}
