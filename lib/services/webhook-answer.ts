import type { WebhookRow } from "@/db/schema";
import type { Webhook } from "@/lib/contracts/webhooks";

/** Where a tracker sends a source's deliveries, under the address that it knows this server by. */
export function webhookPath(sourceId: string): string {
  return `/api/webhooks/${sourceId}`;
}

/** A webhook in the contract's words, without its secret. */
export function webhookAnswer({ sourceId, createdAt, lastDeliveryAt }: WebhookRow): Webhook {
  return {
    path: webhookPath(sourceId),
    createdAt: createdAt.toISOString(),
    lastDeliveryAt: lastDeliveryAt?.toISOString() ?? null,
  };
}
