import { deleteNote as removeNote } from "@/db/queries/notes";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRight } from "./rights";
import { noSuchNote } from "./update-note";

/** Deletes a note. Errors: `not_found`. */
export async function deleteNote({
  ctx,
  input: { noteId },
}: {
  ctx: Context;
  input: { noteId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_products");
  const key = { workspaceId: ctx.actor.workspaceId, noteId };
  if (!isUuid(noteId) || !(await removeNote(ctx.db, key))) throw noSuchNote();
}
