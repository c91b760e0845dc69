import type { z } from "zod";
import { listStagesOfProduct } from "@/db/queries/stages";
import type { ProductRow } from "@/db/schema";
import { dayOf } from "@/lib/balance/calendar";
import type { Agreement, proposeExceptionSchema } from "@/lib/contracts/agreements";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { openTalk, unprocessable } from "./open-talk";

/**
 * One side proposes other shares for some days of a stage, from today on. Errors: as for an
 * agreement; `unprocessable` naming the day that is over, reversed or outside the stage.
 */
export async function proposeException({
  ctx,
  input: { productId, proposal },
}: {
  ctx: Context;
  input: { productId: string; proposal: z.output<typeof proposeExceptionSchema> };
}): Promise<Agreement> {
  const product = await requireProduct(ctx, productId, "agree");
  const today = dayOf(ctx.now(), product.timeZone);
  const { startsOn = today, endsOn } = proposal;
  if (startsOn < today) throw unprocessable("startsOn", "Days that are over stay as they were.");
  if (endsOn < startsOn) throw unprocessable("endsOn", "The exception ends before it begins.");
  const stageId = proposal.stageId ?? (await stageOn(ctx, product, startsOn));
  return openTalk(ctx, product, { ...proposal, stageId, startsOn, endsOn, reviewOn: null });
}

async function stageOn(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  day: string,
): Promise<string> {
  const stages = await listStagesOfProduct(ctx.db, { workspaceId, productId });
  const stage = stages.find(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
  );
  if (!stage) throw unprocessable("startsOn", "The product is in no stage on that day.");
  return stage.id;
}
