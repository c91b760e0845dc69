import type { Meeting } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { requireMeeting } from "./find-meeting";
import { requireProduct } from "./find-product";
import { meetingAnswer } from "./meeting-answer";

/** A meeting: what it shows, what was written and what happened since. Errors: `not_found`. */
export async function getMeeting({
  ctx,
  input,
}: {
  ctx: Context;
  input: { meetingId: string };
}): Promise<Meeting> {
  const row = await requireMeeting(ctx, ctx.db, input.meetingId, "read");
  return meetingAnswer(ctx, row, await requireProduct(ctx, row.productId, "read"));
}
