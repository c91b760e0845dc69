import { findWebhook, recordDelivery, wakeSource } from "@/db/queries/webhooks";
import { AppError } from "@/lib/errors";
import { readDelivery, type WebhookRequest } from "@/lib/sync/read-delivery";
import { dueAfterWake } from "@/lib/sync/wake";
import type { Context } from "./context";
import { isUuid } from "./find-product";

/** Trackers offer deliveries for sending again for three days. */
const rememberMs = 7 * 86_400_000;

/**
 * Takes a tracker's word that something changed, which makes the source due and does nothing else.
 * Nobody is signed in: the signature alone counts. Errors: `unauthorized`, in the same words for a
 * wrong signature, a webhook that was switched off, and a source that never was.
 */
export async function receiveWebhook({
  ctx,
  input: { sourceId, ...request },
}: {
  ctx: Pick<Context, "db" | "now" | "secrets">;
  input: WebhookRequest & { sourceId: string };
}): Promise<void> {
  const found = isUuid(sourceId) ? await findWebhook(ctx.db, sourceId) : null;
  if (!found) throw notSigned();
  const { webhook, source } = found;
  const delivery = readDelivery(source, ctx.secrets.open(webhook.secret, webhook), request);
  if (!delivery) throw notSigned();
  const { workspaceId } = source;
  const at = ctx.now();
  const forgetBefore = new Date(at.getTime() - rememberMs);
  await ctx.db.transaction(async (tx) => {
    const key = { workspaceId, sourceId: source.id };
    const { marks, concernsSource } = delivery;
    const isNew = await recordDelivery(tx, { ...key, marks, at, forgetBefore });
    if (!isNew || !concernsSource) return;
    await wakeSource(tx, { ...key, at, dueAt: dueAfterWake(at, source.lastSuccessAt) });
  });
}

function notSigned(): AppError {
  return new AppError("unauthorized", "This is not signed with the secret of a webhook here.");
}
