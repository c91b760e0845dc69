import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import { type MessageReceiver, openReceiver } from "./message-receiver";
import { openMessages } from "./messages-world";

type Change = Partial<ProductRow> & { now?: string; allowed?: string[]; timeoutMs?: number };

/** A receiver for a file's tests, empty and willing at the start of each, and products that tell it. */
export function useMessages(db: () => Db, usual: Change & { now: string }) {
  let receiver: MessageReceiver;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    receiver = await openReceiver();
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answer = { status: 200 };
    // Every look goes over all products.
    await db().execute(sql`delete from products`);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => receiver.close());

  return {
    receiver: () => receiver,
    texts: () => receiver.received.map(({ text }) => text),
    closeAfterwards: (close: () => Promise<void>) => closing.push(close),
    open: async (change: Change = {}) => {
      const world = await openMessages(db(), receiver, { ...usual, ...change });
      closing.push(world.close);
      return world;
    },
  };
}
