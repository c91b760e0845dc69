import { deleteWebhook } from "@/db/queries/webhooks";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { requireRight } from "./rights";

/** Switches a source's webhook off: its deliveries are refused from now on. Errors: `not_found`. */
export async function removeWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_sources");
  const { id: sourceId, workspaceId } = await requireSource(ctx, input.sourceId);
  await deleteWebhook(ctx.db, { workspaceId, sourceId });
}
