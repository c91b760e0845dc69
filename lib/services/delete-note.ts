import { deleteNote as removeNote } from "@/db/queries/notes";
import type { Context } from "./context";
import { noSuchNote, requireNote } from "./find-note";

/** Deletes a note. Errors: `not_found`. */
export async function deleteNote({
  ctx,
  input: { noteId },
}: {
  ctx: Context;
  input: { noteId: string };
}): Promise<void> {
  const { workspaceId } = await requireNote(ctx, noteId, "manage_products");
  if (!(await removeNote(ctx.db, { workspaceId, noteId }))) throw noSuchNote();
}
