import { countMeetings, findOpenMeeting, insertMeeting } from "@/db/queries/meetings";
import type { ProductRow } from "@/db/schema";
import { type Meeting, openingSchema } from "@/lib/contracts/meetings";
import { mostMeetings, noMinutes } from "@/lib/domain/meeting";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { meetingAnswer } from "./meeting-answer";
import { readOpening } from "./read-opening";
import { recordDeed } from "./record-deed";

/**
 * Starts a meeting: its numbers stay as they are known now. Errors: `not_found`; `conflict` where
 * one of the product is open; `unprocessable` where it has as many as it may.
 */
export async function startMeeting({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<Meeting> {
  const product = await requireProduct(ctx, input.productId, "agree");
  const { id: productId, workspaceId } = product;
  const own = { workspaceId, productId };
  if (await findOpenMeeting(ctx.db, own)) throw isOpen();
  if ((await countMeetings(ctx.db, own)) >= mostMeetings) {
    throw new AppError("unprocessable", `A product has at most ${mostMeetings} meetings.`);
  }
  const row = await firstRow(ctx, product);
  // Whoever started one meanwhile was first.
  await ctx.db.transaction(async (tx) => {
    if (!(await insertMeeting(tx, row))) throw isOpen();
    await recordDeed(ctx, tx, { kind: "meeting.start", productId, subject: row.id });
  });
  return meetingAnswer(ctx, row, product);
}

async function firstRow(ctx: Context, product: ProductRow) {
  const startedAt = ctx.now();
  return {
    workspaceId: product.workspaceId,
    id: crypto.randomUUID(),
    productId: product.id,
    startedAt,
    startedBy: ctx.actor.name,
    closedAt: null,
    closedBy: null,
    version: 1,
    minutes: noMinutes,
    // As it is read again: one that could not be would be open for good, and no other could start.
    opening: openingSchema.parse(await readOpening(ctx, product, startedAt)),
    closing: null,
  };
}

function isOpen(): AppError {
  return new AppError(
    "conflict",
    "A meeting of this product is open: go on with it, or close it before the next one.",
  );
}
