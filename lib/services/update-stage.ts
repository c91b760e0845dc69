import type { z } from "zod";
import { lockAgreements } from "@/db/queries/product-lock";
import { raiseProductVersion } from "@/db/queries/product-version";
import { listStagesOfProduct, updateStage as writeStage } from "@/db/queries/stages";
import { changeStage } from "@/lib/agreements/stages";
import { dayOf } from "@/lib/balance/calendar";
import type { Stage, updateStageSchema } from "@/lib/contracts/stages";
import { AppError } from "@/lib/errors";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { requireStage } from "./find-stage";
import { recordDeed } from "./record-deed";
import { stageAnswer } from "./stage-answer";

/** Changes a stage. Errors: `not_found`; as `changeStage`. */
export async function updateStage({
  ctx,
  input,
}: {
  ctx: Context;
  input: { stageId: string; change: z.output<typeof updateStageSchema> };
}): Promise<Stage> {
  const { id: stageId, workspaceId, productId } = await requireStage(ctx, input.stageId, "agree");
  const { timeZone } = await requireProduct(ctx, productId, "agree");
  const { goals, ...days } = input.change;
  if (days.startsOn) requireKnownDay("startsOn", days.startsOn);
  if (days.endsOn) requireKnownDay("endsOn", days.endsOn);
  return ctx.db.transaction(async (tx) => {
    await lockAgreements(tx, productId);
    const existing = await listStagesOfProduct(tx, { workspaceId, productId });
    const stage = existing.find(({ id }) => id === stageId);
    if (!stage) throw new AppError("not_found", "There is no such stage.");
    const changed = {
      ...changeStage(existing, stage, days, dayOf(ctx.now(), timeZone)),
      goals: goals ?? stage.goals,
    };
    await writeStage(tx, { workspaceId, stageId }, changed);
    await raiseProductVersion(tx, { workspaceId, productId });
    const detail = { did: "change", name: changed.name };
    await recordDeed(ctx, tx, { kind: "stage.change", productId, subject: stageId, detail });
    return stageAnswer({ ...stage, ...changed });
  });
}
