import { and, asc, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import type { DeedKind } from "@/lib/domain/deed";
import type { Db } from "../client";
import { type DeedRow, deeds } from "../schema";

export async function insertDeed(db: Db, row: DeedRow): Promise<void> {
  await db.insert(deeds).values(row);
}

/** Who did a thing to something, the first time; null where nobody did, or the machine's owner. */
export async function findDoer(
  db: Db,
  { workspaceId, kind, subject }: { workspaceId: string; kind: DeedKind; subject: string },
): Promise<string | null> {
  const ofDeed = [eq(deeds.workspaceId, workspaceId), eq(deeds.kind, kind)];
  const [row] = await db
    .select({ personId: deeds.personId })
    .from(deeds)
    .where(and(...ofDeed, eq(deeds.subject, subject)))
    .orderBy(asc(deeds.at))
    .limit(1);
  return row?.personId ?? null;
}

export type DeedFilter = {
  workspaceId: string;
  kinds: readonly DeedKind[] | null;
  productId: string | null;
  personId: string | null;
  from: Date | null;
  /** The first instant that is no more asked for. */
  until: Date | null;
};

/** What was done, the latest first, after the given one. */
export function listDeedsOf(
  db: Db,
  filter: DeedFilter & { limit: number; after: { at: Date; id: string } | null },
): Promise<DeedRow[]> {
  const { workspaceId, kinds, productId, personId, from, until, after, limit } = filter;
  return db
    .select()
    .from(deeds)
    .where(
      and(
        eq(deeds.workspaceId, workspaceId),
        kinds === null ? undefined : inArray(deeds.kind, [...kinds]),
        productId === null ? undefined : eq(deeds.productId, productId),
        personId === null ? undefined : eq(deeds.personId, personId),
        from === null ? undefined : gte(deeds.at, from),
        until === null ? undefined : lt(deeds.at, until),
        after === null
          ? undefined
          : or(lt(deeds.at, after.at), and(eq(deeds.at, after.at), lt(deeds.id, after.id))),
      ),
    )
    .orderBy(desc(deeds.at), desc(deeds.id))
    .limit(limit);
}

/** Everybody who did anything that is kept, under the name they had last. */
export async function listDoersOf(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ personId: string; name: string }[]> {
  const rows = await db
    .selectDistinctOn([deeds.personId], { personId: deeds.personId, name: deeds.actorName })
    .from(deeds)
    .where(eq(deeds.workspaceId, workspaceId))
    .orderBy(deeds.personId, desc(deeds.at));
  return rows.flatMap(({ personId, name }) => (personId === null ? [] : [{ personId, name }]));
}
