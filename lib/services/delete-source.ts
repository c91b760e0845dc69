import { deleteSource as removeSource } from "@/db/queries/sources";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { requireRight } from "./rights";

/** Disconnects a source and deletes its items; a run under way ends by itself. Errors: `not_found`. */
export async function deleteSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_sources");
  const { id, workspaceId } = await requireSource(ctx, input.sourceId);
  await removeSource(ctx.db, { workspaceId, sourceId: id });
}
