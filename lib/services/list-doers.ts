import { listDoersOf } from "@/db/queries/deeds";
import type { Context } from "./context";
import { requireRight } from "./rights";

/** Whom the log tells of, those who left the workspace too. Errors: `forbidden`. */
export async function listDoers({
  ctx,
}: {
  ctx: Context;
}): Promise<{ personId: string; name: string }[]> {
  requireRight(ctx.actor, "read_log");
  return listDoersOf(ctx.db, ctx.actor);
}
