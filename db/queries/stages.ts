import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { agreements, type StageRow, stages } from "../schema";

type StageKey = { workspaceId: string; stageId: string };
type ProductKey = { workspaceId: string; productId: string };

/** A stage, and whether an agreement for it was ever in force. */
export type StageWithBound = StageRow & { isBound: boolean };

const ofStage = ({ workspaceId, stageId }: StageKey) =>
  and(eq(stages.workspaceId, workspaceId), eq(stages.id, stageId));

const ofAgreed = (db: Db) =>
  db
    .select({ one: sql`1` })
    .from(agreements)
    .where(
      and(
        eq(agreements.workspaceId, stages.workspaceId),
        eq(agreements.stageId, stages.id),
        isNotNull(agreements.inForceAt),
      ),
    );

export async function insertStage(db: Db, row: StageRow): Promise<void> {
  await db.insert(stages).values(row);
}

export async function findStage(db: Db, key: StageKey): Promise<StageRow | null> {
  const [row] = await db.select().from(stages).where(ofStage(key));
  return row ?? null;
}

/** A product's stages by their first day. */
export async function listStagesOfProduct(
  db: Db,
  { workspaceId, productId }: ProductKey,
): Promise<StageWithBound[]> {
  const rows = await db
    .select({ stage: stages, isBound: sql<boolean>`exists ${ofAgreed(db)}` })
    .from(stages)
    .where(and(eq(stages.workspaceId, workspaceId), eq(stages.productId, productId)))
    .orderBy(asc(stages.startsOn));
  return rows.map(({ stage, isBound }) => ({ ...stage, isBound }));
}

export async function updateStage(
  db: Db,
  key: StageKey,
  change: Partial<Pick<StageRow, "name" | "startsOn" | "endsOn" | "goals">>,
): Promise<void> {
  await db.update(stages).set(change).where(ofStage(key));
}

/** False where an agreement, in whatever state, names it: then it stays. */
export async function deleteStageWithoutAgreement(db: Db, key: StageKey): Promise<boolean> {
  const deleted = await db
    .delete(stages)
    .where(
      and(
        ofStage(key),
        sql`not exists (select from agreements a
          where a.workspace_id = ${key.workspaceId} and a.stage_id = ${key.stageId})`,
      ),
    )
    .returning({ id: stages.id });
  return deleted.length > 0;
}
