import { type DeedFilter, listDeedsOf } from "@/db/queries/deeds";
import type { DeedRow } from "@/db/schema";
import type { Deed, DeedList, ListDeeds } from "@/lib/contracts/deeds";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { requireRight } from "./rights";
import { spanOfDays } from "./span-of-days";

const batchSize = 1000;

/**
 * Who did what in the workspace, the latest first. Errors: `forbidden`; `invalid_request` naming `from`
 * where it is after `to`.
 */
export async function listDeeds({
  ctx,
  input: { query },
}: {
  ctx: Context;
  input: { query: ListDeeds };
}): Promise<DeedList> {
  requireRight(ctx.actor, "read_log");
  const cursor = readCursor(query.cursor);
  const after = cursor && { at: new Date(cursor.createdAt), id: cursor.id };
  const rows = await listDeedsOf(ctx.db, { ...filterOf(ctx, query), limit: query.limit, after });
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(deedAnswer),
    nextCursor: last ? writeCursor({ createdAt: last.at.toISOString(), id: last.id }) : null,
  };
}

/** All of it, a batch at a time. Errors: as `listDeeds`, before the first. */
export function exportDeeds({
  ctx,
  input: { query },
}: {
  ctx: Context;
  input: { query: ListDeeds };
}): AsyncIterable<Deed[]> {
  requireRight(ctx.actor, "read_log");
  const filter = filterOf(ctx, query);
  return (async function* batches() {
    let after: { at: Date; id: string } | null = null;
    for (;;) {
      const rows: DeedRow[] = await listDeedsOf(ctx.db, { ...filter, limit: batchSize, after });
      if (rows.length > 0) yield rows.map(deedAnswer);
      const last = rows.at(-1);
      if (!last || rows.length < batchSize) return;
      after = { at: last.at, id: last.id };
    }
  })();
}

function filterOf(ctx: Context, { kind, productId, personId, from, to }: ListDeeds): DeedFilter {
  const span = spanOfDays(from, to, "UTC", "from");
  return {
    workspaceId: ctx.actor.workspaceId,
    kinds: kind ?? null,
    productId: productId ?? null,
    personId: personId ?? null,
    from: span?.startsAt ?? null,
    until: span?.endsAt ?? null,
  };
}

function deedAnswer({ workspaceId: _, at, actorName, ...deed }: DeedRow): Deed {
  return { ...deed, at: at.toISOString(), actor: actorName };
}
