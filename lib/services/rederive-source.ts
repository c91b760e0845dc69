import { updateSource } from "@/db/queries/sources";
import type { Run } from "@/lib/contracts/sources";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { runAnswer } from "./source-answer";

/**
 * Makes all items of a source again from what the tracker sent, without asking it, in the run that
 * this starts. Errors: `not_found`; `conflict` where a run is under way.
 */
export async function rederiveSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<Run> {
  const { id: sourceId, workspaceId } = await requireSource(ctx, input.sourceId, "manage_sources");
  const key = { workspaceId, sourceId };
  await updateSource(ctx.db, key, { mapping: null });
  return runAnswer(await ctx.sync.start({ ...key, mode: "incremental" }));
}
