import type { z } from "zod";
import { updateNote as writeNote } from "@/db/queries/notes";
import type { Note, updateNoteSchema } from "@/lib/contracts/notes";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { noSuchNote, requireNote } from "./find-note";
import { noteAnswer } from "./note-answer";

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
  const { workspaceId } = await requireNote(ctx, noteId, "manage_products");
  const key = { workspaceId, noteId };
  const changed = { ...(day && { day }), ...(kind && { kind }), ...(text && { text }) };
  const row = await writeNote(ctx.db, key, { ...changed, editedAt: ctx.now() });
  if (!row) throw noSuchNote();
  return noteAnswer(row);
}
