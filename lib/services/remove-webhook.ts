import { deleteWebhook } from "@/db/queries/webhooks";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { recordDeed } from "./record-deed";

/** Switches a source's webhook off: its deliveries are refused from now on. Errors: `not_found`. */
export async function removeWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<void> {
  const source = await requireSource(ctx, input.sourceId, "manage_sources");
  const { id: sourceId, workspaceId, productId } = source;
  await ctx.db.transaction(async (tx) => {
    await deleteWebhook(tx, { workspaceId, sourceId });
    const detail = { on: false };
    await recordDeed(ctx, tx, { kind: "source.webhook", productId, subject: sourceId, detail });
  });
}
