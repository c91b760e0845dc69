import { listNotesOfProduct } from "@/db/queries/notes";
import type { ListNotes, NoteList } from "@/lib/contracts/notes";
import { invalidDay } from "./balance-range";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { noteAnswer } from "./note-answer";

/**
 * A product's notes by day; one page holds all. Errors: `not_found`; `invalid_request` naming `from`
 * where it is after `to`.
 */
export async function listNotes({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: ListNotes };
}): Promise<NoteList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const { from, to } = input.query;
  if (from !== undefined && to !== undefined && from > to) {
    throw invalidDay("from", "The first day is after the last.");
  }
  const rows = await listNotesOfProduct(ctx.db, { workspaceId, productId, from, to });
  return { items: rows.map(noteAnswer), nextCursor: null };
}
