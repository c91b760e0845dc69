import { and, asc, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "../client";
import { type ApiTokenRow, apiTokens, memberships, people } from "../schema";

export async function insertToken(db: Db, row: ApiTokenRow): Promise<void> {
  await db.insert(apiTokens).values(row);
}

/** The token of a secret with its person's membership and name. */
export async function findToken(
  db: Db,
  { workspaceId, secretHash }: { workspaceId: string; secretHash: string },
) {
  const [row] = await db
    .select({ token: apiTokens, membership: memberships, personName: people.name })
    .from(apiTokens)
    .innerJoin(
      memberships,
      and(
        eq(memberships.workspaceId, apiTokens.workspaceId),
        eq(memberships.personId, apiTokens.personId),
      ),
    )
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.secretHash, secretHash)));
  return row ?? null;
}

/** Tokens with whose they are: a person's, or everybody's. */
export function listTokensOf(
  db: Db,
  { workspaceId, personId }: { workspaceId: string; personId: string | null },
) {
  const own = personId === null ? undefined : eq(apiTokens.personId, personId);
  return db
    .select({ token: apiTokens, personName: people.name })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(and(eq(apiTokens.workspaceId, workspaceId), own))
    .orderBy(desc(apiTokens.createdAt), asc(apiTokens.id));
}

/** At most once a minute, so that reading does not write. */
export async function markTokenUsed(
  db: Db,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: Date },
): Promise<void> {
  const minuteAgo = new Date(at.getTime() - 60_000);
  const isDue = or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, minuteAgo));
  await db
    .update(apiTokens)
    .set({ lastUsedAt: at })
    .where(and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.id, id), isDue));
}

/** Null where there is none, or where it is another's and `personId` says whose it must be. */
export async function deleteToken(
  db: Db,
  key: { workspaceId: string; id: string; personId: string | null },
): Promise<ApiTokenRow | null> {
  const own = key.personId === null ? undefined : eq(apiTokens.personId, key.personId);
  const [row] = await db
    .delete(apiTokens)
    .where(and(eq(apiTokens.workspaceId, key.workspaceId), eq(apiTokens.id, key.id), own))
    .returning();
  return row ?? null;
}

/** Those of a person in every workspace. */
export async function deleteTokensOf(db: Db, personId: string): Promise<void> {
  await db.delete(apiTokens).where(eq(apiTokens.personId, personId));
}
