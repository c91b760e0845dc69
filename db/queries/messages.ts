import { and, eq, ne, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type MessageRow, messages, productWebhooks } from "../schema";

type ProductKey = { workspaceId: string; productId: string };

/** A message that one process sends now, and the sealed address that it goes to. */
export type ClaimedMessage = MessageRow & { leaseOwner: string; url: string };

/** Queues what was not told yet; what was queued or sent under the same key stays as it is. */
export async function insertMessages(
  db: Db,
  { at, ...key }: ProductKey & { at: Date },
  fresh: Pick<MessageRow, "key" | "reference" | "text">[],
): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map((one) => ({
    ...key,
    ...one,
    ...{ state: "queued" as const, attempts: 0, dueAt: at, createdAt: at },
  }));
  await db.insert(messages).values(rows).onConflictDoNothing();
}

/** The keys of all that was ever queued for a product. */
export async function readMessageKeys(db: Db, key: ProductKey): Promise<Set<string>> {
  const rows = await db.select({ key: messages.key }).from(messages).where(ofProduct(key));
  return new Set(rows.map((row) => row.key));
}

/**
 * Hands messages that are due to one caller each, oldest first. Leases are told by the database's
 * clock alone; one that was not settled when it ends is handed out again.
 */
export async function claimMessages(
  db: Db,
  { at, owner, leaseMs, limit }: { at: Date; owner: string; leaseMs: number; limit: number },
): Promise<ClaimedMessage[]> {
  const claimed = await db
    .update(messages)
    .set({
      leaseOwner: owner,
      leaseUntil: sql`now() + ${leaseMs}::int * interval '1 millisecond'`,
      attempts: sql`${messages.attempts} + 1`,
    })
    .where(
      // Materialized: read once, whatever the plan, or more than the limit would be claimed.
      sql`(${messages.workspaceId}, ${messages.productId}, ${messages.key}) in (
        with due as materialized (select m.workspace_id, m.product_id, m.key from messages m
        join product_webhooks h on h.workspace_id = m.workspace_id and h.product_id = m.product_id
        where m.state = 'queued' and m.due_at <= ${at.toISOString()}::timestamptz
          and (m.lease_until is null or m.lease_until < now())
        order by m.due_at, m.key limit ${limit} for update of m skip locked)
        select * from due)`,
    )
    .returning();
  claimed.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  return withAddresses(db, owner, claimed);
}

async function withAddresses(
  db: Db,
  leaseOwner: string,
  claimed: MessageRow[],
): Promise<ClaimedMessage[]> {
  const addresses = await Promise.all(
    claimed.map(async ({ workspaceId, productId }) => {
      const [row] = await db
        .select({ url: productWebhooks.url })
        .from(productWebhooks)
        .where(
          and(
            eq(productWebhooks.workspaceId, workspaceId),
            eq(productWebhooks.productId, productId),
          ),
        );
      return row?.url;
    }),
  );
  return claimed.flatMap((message, index) => {
    const url = addresses[index];
    return url === undefined ? [] : [{ ...message, leaseOwner, url }];
  });
}

/** Writes how a claimed message fared; false where another process has it by now. */
export async function settleMessage(
  db: Db,
  { workspaceId, productId, key, leaseOwner }: ClaimedMessage,
  end: Pick<MessageRow, "state" | "dueAt" | "sentAt" | "fault">,
): Promise<boolean> {
  const settled = await db
    .update(messages)
    .set({ ...end, leaseOwner: null, leaseUntil: null })
    .where(
      and(
        ofProduct({ workspaceId, productId }),
        eq(messages.key, key),
        eq(messages.leaseOwner, leaseOwner),
      ),
    )
    .returning({ key: messages.key });
  return settled.length > 0;
}

/** Gives a claimed message back as if it had not been claimed, for whoever looks next. */
export async function releaseMessage(
  db: Db,
  { workspaceId, productId, key, leaseOwner }: ClaimedMessage,
): Promise<void> {
  await db
    .update(messages)
    .set({ attempts: sql`${messages.attempts} - 1`, leaseOwner: null, leaseUntil: null })
    .where(
      and(
        ofProduct({ workspaceId, productId }),
        eq(messages.key, key),
        eq(messages.leaseOwner, leaseOwner),
      ),
    );
}

/** Forgets what never arrived: it was meant for an address that is gone. */
export async function deleteUnsentMessages(db: Db, key: ProductKey): Promise<void> {
  await db.delete(messages).where(and(ofProduct(key), ne(messages.state, "sent")));
}

/** Forgets what was given up, so that what still holds of it is told to another address. */
export async function deleteGivenUpMessages(db: Db, key: ProductKey): Promise<void> {
  await db.delete(messages).where(and(ofProduct(key), eq(messages.state, "given_up")));
}

function ofProduct({ workspaceId, productId }: ProductKey) {
  return and(eq(messages.workspaceId, workspaceId), eq(messages.productId, productId));
}
