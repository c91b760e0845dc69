import type { z } from "zod";
import { updateMeeting as writeMeeting } from "@/db/queries/meetings";
import type { Meeting, updateMeetingSchema } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { changedMeanwhile, requireMeeting, requireUnchanged } from "./find-meeting";
import { getMeeting } from "./get-meeting";

/**
 * Keeps what is written during a meeting. Errors: `not_found`; `conflict` where it is closed, or
 * where somebody else has written since `version`.
 */
export async function updateMeeting({
  ctx,
  input: { meetingId, change },
}: {
  ctx: Context;
  input: { meetingId: string; change: z.output<typeof updateMeetingSchema> };
}): Promise<Meeting> {
  const { version, minutes } = change;
  const row = await requireMeeting(ctx, ctx.db, meetingId, "agree");
  requireUnchanged(row, version);
  const key = { workspaceId: row.workspaceId, meetingId: row.id, version };
  if (!(await writeMeeting(ctx.db, key, { minutes }))) throw changedMeanwhile();
  return getMeeting({ ctx, input: { meetingId } });
}
