import { and, asc, count, eq, gt } from "drizzle-orm";
import type { Db } from "../client";
import { refusedRecords } from "../schema";

type SourceKey = { workspaceId: string; sourceId: string };

const ofSource = ({ workspaceId, sourceId }: SourceKey) =>
  and(eq(refusedRecords.workspaceId, workspaceId), eq(refusedRecords.sourceId, sourceId));

/** Records that could not become items, after an external id. */
export function readRefusedRecords(
  db: Db,
  input: SourceKey & { after: string; limit: number },
): Promise<{ externalId: string; reason: string; refusedAt: Date }[]> {
  const { externalId, reason, refusedAt } = refusedRecords;
  return db
    .select({ externalId, reason, refusedAt })
    .from(refusedRecords)
    .where(and(ofSource(input), gt(externalId, input.after)))
    .orderBy(asc(externalId))
    .limit(input.limit);
}

export async function countRefusedRecords(db: Db, key: SourceKey): Promise<number> {
  const [row] = await db.select({ count: count() }).from(refusedRecords).where(ofSource(key));
  return row?.count ?? 0;
}
