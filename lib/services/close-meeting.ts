import { updateMeeting as writeMeeting } from "@/db/queries/meetings";
import { lockAgreements } from "@/db/queries/product-lock";
import type { Meeting } from "@/lib/contracts/meetings";
import { finishedMinutes } from "@/lib/meetings/finished-minutes";
import type { Context } from "./context";
import { changedMeanwhile, requireMeeting, requireUnchanged } from "./find-meeting";
import { requireProduct } from "./find-product";
import { getMeeting } from "./get-meeting";
import { createReadCache } from "./read-cache";
import { readHappened } from "./read-happened";
import { readWhatIf } from "./read-what-if";
import { recordDeed } from "./record-deed";

/**
 * Closes a meeting and writes its record, which nothing changes afterwards. Errors: `not_found`;
 * `conflict` where it is closed, or where somebody else has written since `version`.
 */
export async function closeMeeting({
  ctx,
  input: { meetingId, version },
}: {
  ctx: Context;
  input: { meetingId: string; version: number };
}): Promise<Meeting> {
  const { productId, startedAt, closedAt } = await requireMeeting(ctx, ctx.db, meetingId, "agree");
  const product = await requireProduct(ctx, productId, "agree");
  // Takes a second or so: not while others wait for the lock.
  const apart = { ...ctx, reads: createReadCache() };
  const whatIf = closedAt === null ? await readWhatIf(apart, product, startedAt) : null;
  await ctx.db.transaction(async (tx) => {
    // What is agreed either is in the record, or comes after it.
    await lockAgreements(tx, productId);
    const row = await requireMeeting(ctx, tx, meetingId, "agree");
    requireUnchanged(row, version);
    // A reading under way for another asker may wait for this transaction to end: none is shared.
    const alone = { ...ctx, db: tx, reads: createReadCache() };
    const closing = { ...(await readHappened(alone, product, row.startedAt)), whatIf };
    const end = { closedAt: ctx.now(), closedBy: ctx.actor.name };
    const minutes = finishedMinutes(row.minutes);
    const key = { workspaceId: row.workspaceId, meetingId: row.id, version };
    if (!(await writeMeeting(tx, key, { closing, minutes, ...end }))) throw changedMeanwhile();
    await recordDeed(ctx, tx, { kind: "meeting.close", productId, subject: meetingId });
  });
  return getMeeting({ ctx, input: { meetingId } });
}
