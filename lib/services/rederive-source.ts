import { updateSource } from "@/db/queries/sources";
import type { Run } from "@/lib/contracts/sources";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { recordDeed } from "./record-deed";
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
  const source = await requireSource(ctx, input.sourceId, "manage_sources");
  const { id: sourceId, workspaceId, productId, name } = source;
  const key = { workspaceId, sourceId };
  await ctx.db.transaction(async (tx) => {
    await updateSource(tx, key, { mapping: null });
    const deed = { kind: "source.rederive" as const, productId, subject: sourceId };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
  });
  return runAnswer(await ctx.sync.start({ ...key, mode: "incremental" }));
}
