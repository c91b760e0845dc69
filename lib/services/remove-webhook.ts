import { deleteWebhook } from "@/db/queries/webhooks";
import type { Context } from "./context";
import { requireSource } from "./get-source";

/** Switches a source's webhook off: its deliveries are refused from now on. Errors: `not_found`. */
export async function removeWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<void> {
  const { id: sourceId, workspaceId } = await requireSource(ctx, input.sourceId, "manage_sources");
  await deleteWebhook(ctx.db, { workspaceId, sourceId });
}
