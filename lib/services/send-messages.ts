import { type ClaimedMessage, claimMessages, settleMessage } from "@/db/queries/messages";
import type { Context } from "./context";
import { type Delivery, deliverMessage } from "./deliver-message";

const minuteMs = 60_000;
/** Longer than a post may take; a process that dies in the middle holds its messages so long. */
const leaseMs = 5 * minuteMs;
const mostAtOnce = 5;
const waitsMinutes = [1, 5, 15, 60, 240];
const interrupted: Delivery = {
  fault: "It was interrupted again and again while it was being sent, and was given up.",
  hopeless: true,
};

/**
 * Sends what is queued and due. Each message is one process's at a time. It arrives at least once: a
 * process that dies between sending one and saying so leaves it to be sent again, which its reference
 * shows.
 */
export async function sendMessages({ world }: { world: Omit<Context, "actor"> }): Promise<void> {
  const owner = crypto.randomUUID();
  const claimed = await claimMessages(world.db, {
    ...{ at: world.now(), owner, leaseMs, limit: mostAtOnce },
  });
  for (const message of claimed) await send(world, message);
}

async function send(world: Omit<Context, "actor">, message: ClaimedMessage): Promise<void> {
  const { workspaceId, productId, url, attempts } = message;
  const wait = waitsMinutes[attempts - 1];
  const isInterrupted = attempts > waitsMinutes.length + 1;
  const { fault, hopeless } = isInterrupted
    ? interrupted
    : await deliverMessage(world, { workspaceId, productId, url }, message);
  const at = world.now();
  if (fault === null) {
    await settleMessage(world.db, message, { state: "sent", dueAt: at, sentAt: at, fault });
    return;
  }
  const isOver = hopeless || wait === undefined;
  await settleMessage(world.db, message, {
    state: isOver ? "given_up" : "queued",
    dueAt: new Date(at.getTime() + (wait ?? 0) * minuteMs),
    sentAt: null,
    fault,
  });
}
