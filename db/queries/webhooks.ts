import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type SourceRow, sources, type WebhookRow, webhookDeliveries, webhooks } from "../schema";

type SourceKey = { workspaceId: string; sourceId: string };

const ofSource = ({ workspaceId, sourceId }: SourceKey) =>
  and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.sourceId, sourceId));

/** Sets a source's webhook up, or gives it another secret. */
export async function upsertWebhook(
  db: Db,
  row: SourceKey & { secret: string; createdAt: Date },
): Promise<void> {
  await db
    .insert(webhooks)
    .values(row)
    .onConflictDoUpdate({
      target: [webhooks.workspaceId, webhooks.sourceId],
      set: { secret: row.secret, createdAt: row.createdAt, lastDeliveryAt: null },
    });
}

export async function deleteWebhook(db: Db, key: SourceKey): Promise<void> {
  await db.delete(webhooks).where(ofSource(key));
}

/** The webhook and its source, of whatever workspace: a delivery names no other. */
export async function findWebhook(
  db: Db,
  sourceId: string,
): Promise<{ webhook: WebhookRow; source: SourceRow } | null> {
  const [row] = await db
    .select({ webhook: webhooks, source: sources })
    .from(webhooks)
    .innerJoin(
      sources,
      and(eq(sources.workspaceId, webhooks.workspaceId), eq(sources.id, webhooks.sourceId)),
    )
    .where(eq(webhooks.sourceId, sourceId));
  return row ?? null;
}

/** The webhooks of sources, by the source's id. */
export async function listWebhooks(
  db: Db,
  { workspaceId, sourceIds }: { workspaceId: string; sourceIds: string[] },
): Promise<Map<string, WebhookRow>> {
  const rows = await db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.workspaceId, workspaceId), inArray(webhooks.sourceId, sourceIds)));
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/**
 * Remembers a delivery and forgets those before `forgetBefore`; false where one of its marks is
 * known, so that it was here before.
 */
export async function recordDelivery(
  db: Db,
  input: SourceKey & { marks: string[]; at: Date; forgetBefore: Date },
): Promise<boolean> {
  const { marks, at, forgetBefore, ...key } = input;
  await db.update(webhooks).set({ lastDeliveryAt: at }).where(ofSource(key));
  await db
    .delete(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, key.workspaceId),
        eq(webhookDeliveries.sourceId, key.sourceId),
        lt(webhookDeliveries.receivedAt, forgetBefore),
      ),
    );
  const added = await db
    .insert(webhookDeliveries)
    .values(marks.map((mark) => ({ ...key, mark, receivedAt: at })))
    .onConflictDoNothing()
    .returning({ mark: webhookDeliveries.mark });
  return added.length === marks.length;
}

/**
 * Says that a source changed upstream: what began to walk before has not seen it. It is due at
 * `dueAt` where it was not sooner; one whose last run failed keeps the time it was given.
 */
export async function wakeSource(
  db: Db,
  { workspaceId, sourceId, at, dueAt }: SourceKey & { at: Date; dueAt: Date },
): Promise<void> {
  const due = sql`case when ${sources.failuresInARow} > 0 then ${sources.nextRunAt}
    else least(${sources.nextRunAt}, ${dueAt.toISOString()}::timestamptz) end`;
  await db
    .update(sources)
    .set({ wokenAt: at, nextRunAt: due })
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)));
}
