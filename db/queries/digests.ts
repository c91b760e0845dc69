import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Db } from "../client";
import { type DigestRow, digests } from "../schema";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(digests.workspaceId, workspaceId), eq(digests.productId, productId));

/** Keeps a digest; false where there is one of that day already. */
export async function insertDigest(db: Db, row: DigestRow): Promise<boolean> {
  const inserted = await db
    .insert(digests)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: digests.id });
  return inserted.length > 0;
}

export async function hasDigestOf(
  db: Db,
  { day, ...product }: ProductKey & { day: string },
): Promise<boolean> {
  return (await db.$count(digests, and(ofProduct(product), eq(digests.day, day)))) > 0;
}

export async function findDigest(
  db: Db,
  { workspaceId, digestId }: { workspaceId: string; digestId: string },
): Promise<DigestRow | null> {
  const [row] = await db
    .select()
    .from(digests)
    .where(and(eq(digests.workspaceId, workspaceId), eq(digests.id, digestId)));
  return row ?? null;
}

/** A product's digests, newest first, after the given one. */
export function listDigestsOfProduct(
  db: Db,
  input: ProductKey & { limit: number; after: { createdAt: Date; id: string } | null },
): Promise<DigestRow[]> {
  const { after, limit, ...product } = input;
  const isAfter = after
    ? or(
        lt(digests.createdAt, after.createdAt),
        and(eq(digests.createdAt, after.createdAt), lt(digests.id, after.id)),
      )
    : undefined;
  return db
    .select()
    .from(digests)
    .where(and(ofProduct(product), isAfter))
    .orderBy(desc(digests.createdAt), desc(digests.id))
    .limit(limit);
}
