import type { Db } from "@/db/client";
import { findMeeting } from "@/db/queries/meetings";
import type { MeetingRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** The meeting of this workspace. Errors: `not_found`. */
export async function requireMeeting(
  ctx: Context,
  db: Db,
  meetingId: string,
  right: ProductRight,
): Promise<MeetingRow> {
  const { workspaceId } = ctx.actor;
  const row = isUuid(meetingId) ? await findMeeting(db, { workspaceId, meetingId }) : null;
  if (!row) throw noSuchMeeting();
  requireRightIn(ctx.actor, right, row.productId, noSuchMeeting);
  return row;
}

function noSuchMeeting(): AppError {
  return new AppError("not_found", "There is no such meeting.");
}

/** Errors: `conflict` where the meeting is closed, or where it was changed since `version`. */
export function requireUnchanged({ closedAt, version: is }: MeetingRow, version: number): void {
  if (closedAt) {
    throw new AppError("conflict", "The meeting is closed: its record stays as it is.");
  }
  if (version !== is) throw changedMeanwhile();
}

export function changedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody else has written meanwhile: read the meeting again.");
}
