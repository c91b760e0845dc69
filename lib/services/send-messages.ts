import {
  type ClaimedMessage,
  claimMessages,
  releaseMessage,
  settleMessage,
} from "@/db/queries/messages";
import { messageWaitsMinutes } from "@/lib/domain/digest";
import type { Context } from "./context";
import { type Delivery, deliverMessage, isBrokenOff } from "./deliver-message";

type World = Omit<Context, "actor">;

const minuteMs = 60_000;
/** Longer than so many posts may take; a process that dies in the middle holds its messages so long. */
const leaseMs = 5 * minuteMs;
const mostAtOnce = 5;
const interrupted: Delivery = {
  fault: "It was interrupted again and again while it was being sent, and was given up.",
  hopeless: true,
};

/**
 * Sends all that is queued and due, a few at a time. Each message is one process's at a time. It
 * arrives at least once: a process that dies between sending one and saying so leaves it to be sent
 * again, which its reference shows. Once `signal` is aborted, what is not sent yet is handed back.
 */
export async function sendMessages({
  world,
  signal,
}: {
  world: World;
  signal: AbortSignal;
}): Promise<void> {
  const owner = crypto.randomUUID();
  while (!signal.aborted) {
    const claimed = await claimMessages(world.db, {
      ...{ at: world.now(), owner, leaseMs, limit: mostAtOnce },
    });
    for (const message of claimed) await send(world, message, signal);
    if (claimed.length < mostAtOnce) return;
  }
}

async function send(world: World, message: ClaimedMessage, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return releaseMessage(world.db, message);
  const { workspaceId, productId, url, attempts } = message;
  const wait = messageWaitsMinutes[attempts - 1];
  const isInterrupted = attempts > messageWaitsMinutes.length + 1;
  const afterwards = { passing: passingWords(wait), hopeless: "It is given up.", signal };
  const delivery = isInterrupted
    ? interrupted
    : await deliverMessage(world, { workspaceId, productId, url }, message, afterwards);
  if (isBrokenOff(delivery, signal)) return releaseMessage(world.db, message);
  await settle(world, message, delivery);
}

async function settle(
  world: World,
  message: ClaimedMessage,
  { fault, hopeless }: Delivery,
): Promise<void> {
  const at = world.now();
  if (fault === null) {
    await settleMessage(world.db, message, { state: "sent", dueAt: at, sentAt: at, fault });
    return;
  }
  const wait = messageWaitsMinutes[message.attempts - 1];
  const isOver = hopeless || wait === undefined;
  await settleMessage(world.db, message, {
    state: isOver ? "given_up" : "queued",
    dueAt: new Date(at.getTime() + (wait ?? 0) * minuteMs),
    sentAt: null,
    fault,
  });
}

function passingWords(wait: number | undefined): string {
  if (wait === undefined) {
    return `That was the last of ${messageWaitsMinutes.length + 1} tries: it is given up.`;
  }
  return `It is tried again after ${wait === 1 ? "a minute" : `${wait} minutes`}.`;
}
