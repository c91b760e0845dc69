import { countLateItems, countLateMoves, readLateChanges } from "@/db/queries/audit";
import type { LateChangeList, ListLateChanges } from "@/lib/contracts/audit";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { requireProduct } from "./find-product";
import { spanOfDays } from "./span-of-days";

const always = { startsAt: null, endsAt: null };

/**
 * Items whose category changed after they were closed, newest change first, with what all changes
 * of the period come to. Errors: `not_found`; `invalid_request` where the days are reversed.
 */
export async function listLateChanges({
  ctx,
  input: { productId, query },
}: {
  ctx: Context;
  input: { productId: string; query: ListLateChanges };
}): Promise<LateChangeList> {
  const { workspaceId, id, timeZone } = await requireProduct(ctx, productId, "read");
  const { from, to, limit, cursor } = query;
  const span = spanOfDays(from, to, timeZone, "from") ?? always;
  const question = { workspaceId, productId: id, ...span };
  const [rows, moves, changedItems] = await Promise.all([
    readLateChanges(ctx.db, { ...question, limit, after: readCursor(cursor) }),
    countLateMoves(ctx.db, question),
    countLateItems(ctx.db, question),
  ]);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ id: _id, ...change }) => change),
    nextCursor: last ? writeCursor({ createdAt: last.at, id: last.id }) : null,
    changedItems,
    moves,
  };
}
