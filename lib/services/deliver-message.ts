import { recordLastMessage } from "@/db/queries/product-webhooks";
import { AppError, UpstreamError } from "@/lib/errors";
import type { OutgoingMessage } from "@/lib/sync/message-post";
import type { Context } from "./context";

type Sender = Pick<Context, "db" | "now" | "secrets" | "outgoing">;

/** `fault` is a sentence, or null where it arrived; `hopeless` where another try changes nothing. */
export type Delivery = { fault: string | null; hopeless: boolean };

/** What is done where a message does not arrive, in a sentence each; no signal where it is not broken off. */
export type Afterwards = { passing: string; hopeless: string; signal?: AbortSignal };

/**
 * Posts a message to a product's webhook and remembers how that went and what is done then. What goes
 * wrong is an answer: a webhook must not break what has something to tell. What fails once the signal
 * is aborted is not remembered: it may be the process that failed it.
 */
export async function deliverMessage(
  ctx: Sender,
  { url, ...key }: { workspaceId: string; productId: string; url: string },
  message: OutgoingMessage,
  afterwards: Afterwards,
): Promise<Delivery> {
  const tried = await tryDelivery(ctx, { url, ...key }, message);
  if (isBrokenOff(tried, afterwards.signal)) return tried;
  const { fault, hopeless } = tried;
  const then = hopeless ? afterwards.hopeless : afterwards.passing;
  const delivery = { fault: fault && `${fault} ${then}`.trim(), hopeless };
  const last = { lastAt: ctx.now(), lastFault: delivery.fault };
  await recordLastMessage(ctx.db, { url, ...key }, last);
  return delivery;
}

/** Whether a message failed as it may have done only because this process is stopping. */
export function isBrokenOff(
  { fault, hopeless }: Delivery,
  signal: AbortSignal | undefined,
): boolean {
  return signal?.aborted === true && fault !== null && !hopeless;
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
  if (isPassing) return { fault: `${host} answered ${status}.`, hopeless: false };
  const advice =
    status === 404 || status === 410
      ? "There is no such webhook any more: make a new one there, and set it here."
      : "It does not take this message: check the address, or make a new webhook there.";
  return { fault: `${host} answered ${status}. ${advice}`, hopeless: true };
}
