import type { z } from "zod";
import { updateNote as writeNote } from "@/db/queries/notes";
import type { Note, updateNoteSchema } from "@/lib/contracts/notes";
import { AppError } from "@/lib/errors";
import { requireKnownDay } from "./balance-range";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { noteAnswer } from "./note-answer";
import { requireRight } from "./rights";

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
  requireRight(ctx.actor, "manage_products");
  const { day, kind, text } = change;
  if (day !== undefined) requireKnownDay("day", day);
  if (!isUuid(noteId)) throw noSuchNote();
  const key = { workspaceId: ctx.actor.workspaceId, noteId };
  const changed = { ...(day && { day }), ...(kind && { kind }), ...(text && { text }) };
  const row = await writeNote(ctx.db, key, { ...changed, editedAt: ctx.now() });
  if (!row) throw noSuchNote();
  return noteAnswer(row);
}

export function noSuchNote(): AppError {
  return new AppError("not_found", "There is no such note.");
}
