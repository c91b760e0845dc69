import { deleteSession } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireMember } from "./require-accounts";

/** Ends one of the person's own sessions. Errors: `not_found`, also where it is another's. */
export async function endSession({
  ctx,
  input: { sessionId },
}: {
  ctx: Context;
  input: { sessionId: string };
}): Promise<void> {
  const { personId } = requireMember(ctx).actor;
  if (await deleteSession(ctx.db, { personId, sessionId })) return;
  throw new AppError("not_found", "There is no such session.");
}
