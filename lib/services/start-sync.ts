import type { Run } from "@/lib/contracts/sources";
import type { SyncMode } from "@/lib/domain/source";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { runAnswer } from "./source-answer";

/** Starts a run that goes on by itself. Errors: `not_found`; `conflict` where one is running. */
export async function startSync({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string; mode: SyncMode };
}): Promise<Run> {
  const { id, workspaceId } = await requireSource(ctx, input.sourceId, "manage_sources");
  return runAnswer(await ctx.sync.start({ workspaceId, sourceId: id, mode: input.mode }));
}
