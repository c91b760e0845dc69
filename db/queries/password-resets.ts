import { and, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type PasswordResetRow, passwordResets } from "../schema";

/** What one process mails now. */
export type ClaimedReset = PasswordResetRow & { leaseOwner: string };

const nobodys = { leaseOwner: null, leaseUntil: null };

/** Writes down that a mail is wished for, in the place of the wish before it. */
export async function writeResetWish(
  db: Db,
  { email, askedAt, askedFrom }: Pick<PasswordResetRow, "email" | "askedAt" | "askedFrom">,
): Promise<void> {
  const wish = { askedAt, askedFrom, attempts: 0, dueAt: askedAt };
  await db
    .insert(passwordResets)
    .values({ email, ...wish })
    .onConflictDoUpdate({
      target: passwordResets.email,
      set: { ...wish, ...nobodys },
    });
}

/** Hands wishes that are due to one caller each, oldest first. Leases are told by the database's clock. */
export async function claimResets(
  db: Db,
  { at, owner, leaseMs, limit }: { at: Date; owner: string; leaseMs: number; limit: number },
): Promise<ClaimedReset[]> {
  const claimed = await db
    .update(passwordResets)
    .set({
      leaseOwner: owner,
      leaseUntil: sql`now() + ${leaseMs}::int * interval '1 millisecond'`,
      attempts: sql`${passwordResets.attempts} + 1`,
    })
    .where(
      // Materialized: read once, whatever the plan, or more than the limit would be claimed.
      sql`${passwordResets.email} in (
        with due as materialized (select r.email from identity.password_resets r
        where r.due_at <= ${at.toISOString()}::timestamptz
          and (r.lease_until is null or r.lease_until < now())
        order by r.due_at, r.email limit ${limit} for update skip locked)
        select * from due)`,
    )
    .returning();
  claimed.sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime());
  return claimed.map((row) => ({ ...row, leaseOwner: owner }));
}

const held = ({ email, leaseOwner }: ClaimedReset) =>
  and(eq(passwordResets.email, email), eq(passwordResets.leaseOwner, leaseOwner));

/** Whether the wish is this process's still: neither asked for anew nor another's by now. */
export async function isHeldReset(db: Db, claimed: ClaimedReset): Promise<boolean> {
  return (await db.$count(passwordResets, held(claimed))) > 0;
}

/** Writes when it is tried again; a link that was mailed before stays as it is. */
export async function postponeReset(db: Db, claimed: ClaimedReset, dueAt: Date): Promise<void> {
  await db
    .update(passwordResets)
    .set({ dueAt, ...nobodys })
    .where(held(claimed));
}

/** Writes that the mail is sent: its link is valid from now on, and the one before it is not. */
export async function settleReset(
  db: Db,
  claimed: ClaimedReset,
  secret: { secretHash: string; expiresAt: Date },
): Promise<void> {
  await db
    .update(passwordResets)
    .set({ ...secret, dueAt: null, ...nobodys })
    .where(held(claimed));
}

/** Gives the wish up. A link that was mailed before and is valid stays so; else nothing is left. */
export async function abandonReset(db: Db, claimed: ClaimedReset, at: Date): Promise<void> {
  const isOver = or(isNull(passwordResets.secretHash), lte(passwordResets.expiresAt, at));
  await db.delete(passwordResets).where(and(held(claimed), isOver));
  await db
    .update(passwordResets)
    .set({ dueAt: null, ...nobodys })
    .where(held(claimed));
}

/**
 * Gives it back as if it had not been claimed, for whoever looks next. `secret` is that of a mail which
 * may have been taken all the same: whoever gets it comes in by it until the next one is sent.
 */
export async function releaseReset(
  db: Db,
  claimed: ClaimedReset,
  secret: { secretHash: string; expiresAt: Date } | null,
): Promise<void> {
  await db
    .update(passwordResets)
    .set({ attempts: sql`${passwordResets.attempts} - 1`, ...secret, ...nobodys })
    .where(held(claimed));
}

export async function deleteReset(db: Db, claimed: ClaimedReset): Promise<void> {
  await db.delete(passwordResets).where(held(claimed));
}

const valid = ({ secretHash, at }: { secretHash: string; at: Date }) =>
  and(eq(passwordResets.secretHash, secretHash), gt(passwordResets.expiresAt, at));

/** Whose link it is; null where it is none, used or over. */
export async function findReset(
  db: Db,
  key: { secretHash: string; at: Date },
): Promise<string | null> {
  const [row] = await db
    .select({ email: passwordResets.email })
    .from(passwordResets)
    .where(valid(key));
  return row?.email ?? null;
}

/** The same, and it is used up: of two at once, one has it. */
export async function takeReset(
  tx: Db,
  key: { secretHash: string; at: Date },
): Promise<string | null> {
  const [row] = await tx
    .delete(passwordResets)
    .where(valid(key))
    .returning({ email: passwordResets.email });
  return row?.email ?? null;
}

/** Forgets the link to an account whose password was given otherwise. */
export async function deleteResetOf(db: Db, email: string): Promise<void> {
  await db.delete(passwordResets).where(eq(passwordResets.email, email));
}

/** Forgets links that are over. */
export async function forgetResets(db: Db, at: Date): Promise<void> {
  await db
    .delete(passwordResets)
    .where(and(isNull(passwordResets.dueAt), lt(passwordResets.expiresAt, at)));
}
