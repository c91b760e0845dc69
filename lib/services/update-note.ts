import type { z } from "zod";
import { updateNote as writeNote } from "@/db/queries/notes";
import type { Note, updateNoteSchema } from "@/lib/contracts/notes";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { noSuchNote, requireNote } from "./find-note";
import { noteAnswer } from "./note-answer";
import { recordDeed } from "./record-deed";

/**
 * Changes a note's day, kind or text. Errors: `not_found`; `invalid_request` naming a day that is out
 * of range.
 */
export async function updateNote({
  ctx,
  input: { noteId, change },
}: {
  ctx: Context;
  input: { noteId: string; change: z.output<typeof updateNoteSchema> };
}): Promise<Note> {
  const { day, kind, text } = change;
  if (day !== undefined) requireKnownDay("day", day);
  const { workspaceId, productId } = await requireNote(ctx, noteId, "manage_products");
  const key = { workspaceId, noteId };
  const changed = { ...(day && { day }), ...(kind && { kind }), ...(text && { text }) };
  return ctx.db.transaction(async (tx) => {
    const row = await writeNote(tx, key, { ...changed, editedAt: ctx.now() });
    if (!row) throw noSuchNote();
    const detail = { changed: Object.keys(changed).join(", "), day: row.day };
    await recordDeed(ctx, tx, { kind: "note.update", productId, subject: noteId, detail });
    return noteAnswer(row);
  });
}
