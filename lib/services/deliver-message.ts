import { recordLastMessage } from "@/db/queries/product-webhooks";
import { AppError, UpstreamError } from "@/lib/errors";
import type { OutgoingMessage } from "@/lib/sync/message-post";
import type { Context } from "./context";

type Sender = Pick<Context, "db" | "now" | "secrets" | "outgoing">;

/** `fault` is a sentence, or null where it arrived; `hopeless` where another try changes nothing. */
export type Delivery = { fault: string | null; hopeless: boolean };

/**
 * Posts a message to a product's webhook and remembers how that went. What goes wrong is an answer:
 * a webhook must not break what has something to tell.
 */
export async function deliverMessage(
  ctx: Sender,
  { url, ...key }: { workspaceId: string; productId: string; url: string },
  message: OutgoingMessage,
): Promise<Delivery> {
  const delivery = await tryDelivery(ctx, { url, ...key }, message);
  const last = { lastAt: ctx.now(), lastFault: delivery.fault };
  await recordLastMessage(ctx.db, { url, ...key }, last);
  return delivery;
}

async function tryDelivery(
  { secrets, outgoing }: Sender,
  { url, workspaceId, productId }: { workspaceId: string; productId: string; url: string },
  message: OutgoingMessage,
): Promise<Delivery> {
  try {
    const address = new URL(secrets.open(url, { workspaceId, productId }));
    const status = await outgoing.post(address, message);
    return deliveryOf(status, address.host);
  } catch (error) {
    if (error instanceof UpstreamError) {
      return { fault: error.message, hopeless: error.reason === "host_not_allowed" };
    }
    if (error instanceof AppError) return { fault: error.message, hopeless: true };
    throw error;
  }
}

function deliveryOf(status: number, host: string): Delivery {
  if (status >= 200 && status < 300) return { fault: null, hopeless: false };
  const isPassing = status >= 500 || status === 408 || status === 429;
  const advice = isPassing
    ? "It is tried again for some hours."
    : status === 404 || status === 410
      ? "There is no such webhook any more: make a new one there, and set it here."
      : "It does not take this message: check the address, or make a new webhook there.";
  return { fault: `${host} answered ${status}. ${advice}`, hopeless: !isPassing };
}
