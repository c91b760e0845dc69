import type { z } from "zod";
import { dayOf } from "@/lib/balance/calendar";
import type { Agreement, proposeAgreementSchema } from "@/lib/contracts/agreements";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { openTalk, unprocessable } from "./open-talk";

/**
 * One side proposes what to agree for a stage. Errors: `not_found`; `unprocessable` naming `stageId`
 * where the stage is unknown or has ended, `teamId` where the team is unknown, `reviewOn` where that
 * day is over; `conflict` where a proposal for the stage and team waits for an answer.
 */
export async function proposeAgreement({
  ctx,
  input: { productId, proposal },
}: {
  ctx: Context;
  input: { productId: string; proposal: z.output<typeof proposeAgreementSchema> };
}): Promise<Agreement> {
  const product = await requireProduct(ctx, productId, "agree");
  const today = dayOf(ctx.now(), product.timeZone);
  if (proposal.reviewOn !== null && proposal.reviewOn < today) {
    throw unprocessable("reviewOn", "The day to talk again is over.");
  }
  return openTalk(ctx, product, { ...proposal, startsOn: null, endsOn: null });
}
