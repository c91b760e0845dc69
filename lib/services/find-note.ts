import { findNote } from "@/db/queries/notes";
import type { NoteRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** The note, for what the actor wants to do. Errors: as `requireProduct`. */
export async function requireNote(
  ctx: Context,
  noteId: string,
  right: ProductRight,
): Promise<NoteRow> {
  const { workspaceId } = ctx.actor;
  const note = isUuid(noteId) ? await findNote(ctx.db, { workspaceId, noteId }) : null;
  if (!note) throw noSuchNote();
  requireRightIn(ctx.actor, right, note.productId, noSuchNote);
  return note;
}

export function noSuchNote(): AppError {
  return new AppError("not_found", "There is no such note.");
}
