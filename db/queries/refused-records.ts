import { and, asc, count, eq, gt, inArray } from "drizzle-orm";
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

/** How many records could not become items, by source; sources without any are left out. */
export async function countRefusedRecords(
  db: Db,
  { workspaceId, sourceIds }: { workspaceId: string; sourceIds: string[] },
): Promise<Map<string, number>> {
  const { sourceId } = refusedRecords;
  const rows = await db
    .select({ sourceId, refused: count() })
    .from(refusedRecords)
    .where(and(eq(refusedRecords.workspaceId, workspaceId), inArray(sourceId, sourceIds)))
    .groupBy(sourceId);
  return new Map(rows.map((row) => [row.sourceId, row.refused]));
}
