import { and, count, desc, eq, gt, inArray, lt, min, ne, sql } from "drizzle-orm";
import type { Db } from "../client";
import { attempts, logins, type PersonRow, people, type SessionRow, sessions } from "../schema";

export async function findPerson(db: Db, personId: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  return row ?? null;
}

export async function findPersonByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.email, email.toLowerCase()));
  return row ?? null;
}

/** A person who signs in with a password, in the form that Better Auth reads. */
export async function insertPerson(
  tx: Db,
  person: { id: string; name: string; email: string; passwordHash: string; at: Date },
): Promise<void> {
  const { id, name, email, passwordHash, at } = person;
  const times = { createdAt: at, updatedAt: at };
  await tx
    .insert(people)
    .values({ id, name, email: email.toLowerCase(), emailVerified: false, ...times });
  await tx.insert(logins).values({
    ...{ id: crypto.randomUUID(), accountId: id, providerId: "credential", userId: id },
    ...{ password: passwordHash, ...times },
  });
}

/** With their logins and sessions. */
export async function deletePerson(db: Db, personId: string): Promise<void> {
  await db.delete(people).where(eq(people.id, personId));
}

/** The hash of a person's password; null where the person signs in elsewhere. */
export async function findPasswordHash(db: Db, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: logins.password })
    .from(logins)
    .where(and(eq(logins.userId, personId), eq(logins.providerId, "credential")));
  return row?.password ?? null;
}

/** False where the person signs in elsewhere. */
export async function writePasswordHash(
  db: Db,
  { personId, passwordHash, at }: { personId: string; passwordHash: string; at: Date },
): Promise<boolean> {
  const changed = await db
    .update(logins)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(logins.userId, personId), eq(logins.providerId, "credential")))
    .returning({ id: logins.id });
  return changed.length > 0;
}

/** Somebody has read what was mailed to the address. */
export async function proveEmail(db: Db, personId: string): Promise<void> {
  await db.update(people).set({ emailVerified: true }).where(eq(people.id, personId));
}

/** A person's sessions that are not over, the latest first. */
export function listSessionsOf(
  db: Db,
  { personId, at }: { personId: string; at: Date },
): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
}

export async function deleteSession(
  db: Db,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), eq(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends a person's sessions, but for the one that is named. */
export async function deleteSessionsOf(
  db: Db,
  { personId, except }: { personId: string; except: string | null },
): Promise<void> {
  const others = except === null ? undefined : ne(sessions.id, except);
  await db.delete(sessions).where(and(eq(sessions.userId, personId), others));
}

/** One attempt in a bucket at a time, until the transaction ends. */
export async function lockAttempts(tx: Db, bucket: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${bucket}, 20160))`);
}

/** How many there were, and when the first was; null where there was none. */
export async function readAttempts(
  db: Db,
  { bucket, after }: { bucket: string; after: Date },
): Promise<{ count: number; first: Date | null }> {
  const [row] = await db
    .select({ count: count(), first: min(attempts.at) })
    .from(attempts)
    .where(and(eq(attempts.bucket, bucket), gt(attempts.at, after)));
  return row ?? { count: 0, first: null };
}

export async function insertAttempt(db: Db, row: { bucket: string; at: Date }): Promise<void> {
  await db.insert(attempts).values({ id: crypto.randomUUID(), ...row });
}

export async function forgetAttempts(db: Db, before: Date): Promise<void> {
  const old = db
    .select({ id: attempts.id })
    .from(attempts)
    .where(lt(attempts.at, before))
    .for("update", { skipLocked: true });
  await db.delete(attempts).where(inArray(attempts.id, old));
}
