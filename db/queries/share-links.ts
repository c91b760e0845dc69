import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "../client";
import { type ShareLinkRow, shareLinks } from "../schema";

type LinkKey = { workspaceId: string; id: string };

export async function insertLink(db: Db, row: ShareLinkRow): Promise<void> {
  await db.insert(shareLinks).values(row);
}

export async function findLinkBySecret(
  db: Db,
  { workspaceId, secretHash }: { workspaceId: string; secretHash: string },
): Promise<ShareLinkRow | null> {
  const [row] = await db
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.workspaceId, workspaceId), eq(shareLinks.secretHash, secretHash)));
  return row ?? null;
}

export async function findLink(db: Db, { workspaceId, id }: LinkKey): Promise<ShareLinkRow | null> {
  const [row] = await db
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.workspaceId, workspaceId), eq(shareLinks.id, id)));
  return row ?? null;
}

/** Links of a workspace, the newest first. */
export function listLinksOf(db: Db, workspaceId: string): Promise<ShareLinkRow[]> {
  return db
    .select()
    .from(shareLinks)
    .where(eq(shareLinks.workspaceId, workspaceId))
    .orderBy(desc(shareLinks.createdAt), asc(shareLinks.id))
    .limit(500);
}

/** False where it was revoked before. */
export async function revokeLink(db: Db, key: LinkKey & { at: Date }): Promise<boolean> {
  const revoked = await db
    .update(shareLinks)
    .set({ revokedAt: key.at })
    .where(
      and(
        eq(shareLinks.workspaceId, key.workspaceId),
        eq(shareLinks.id, key.id),
        isNull(shareLinks.revokedAt),
      ),
    )
    .returning({ id: shareLinks.id });
  return revoked.length > 0;
}
