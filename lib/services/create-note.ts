import type { z } from "zod";
import { countNotes, insertNote } from "@/db/queries/notes";
import type { createNoteSchema, Note } from "@/lib/contracts/notes";
import { mostNotes } from "@/lib/domain/note";
import { AppError } from "@/lib/errors";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { noteAnswer } from "./note-answer";
import { recordDeed } from "./record-deed";

/**
 * Writes a note on a day of a product. Errors: `not_found`; `invalid_request` naming a day that is
 * out of range; `unprocessable` where the product has as many notes as it may.
 */
export async function createNote({
  ctx,
  input: { productId, note },
}: {
  ctx: Context;
  input: { productId: string; note: z.output<typeof createNoteSchema> };
}): Promise<Note> {
  const { id, workspaceId } = await requireProduct(ctx, productId, "manage_products");
  requireKnownDay("day", note.day);
  if ((await countNotes(ctx.db, { workspaceId, productId: id })) >= mostNotes) {
    throw new AppError("unprocessable", `A product has at most ${mostNotes} notes.`);
  }
  const row = {
    ...note,
    workspaceId,
    id: crypto.randomUUID(),
    productId: id,
    createdBy: ctx.actor.name,
    createdAt: ctx.now(),
    editedAt: null,
  };
  const { day, kind } = note;
  await ctx.db.transaction(async (tx) => {
    await insertNote(tx, row);
    const deed = { kind: "note.create" as const, productId: id, subject: row.id };
    await recordDeed(ctx, tx, { ...deed, detail: { day, kind } });
  });
  return noteAnswer(row);
}
