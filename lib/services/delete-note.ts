import { deleteNote as removeNote } from "@/db/queries/notes";
import type { Context } from "./context";
import { noSuchNote, requireNote } from "./find-note";
import { recordDeed } from "./record-deed";

/** Deletes a note. Errors: `not_found`. */
export async function deleteNote({
  ctx,
  input: { noteId },
}: {
  ctx: Context;
  input: { noteId: string };
}): Promise<void> {
  const note = await requireNote(ctx, noteId, "manage_products");
  const { workspaceId, productId, day, kind } = note;
  await ctx.db.transaction(async (tx) => {
    if (!(await removeNote(tx, { workspaceId, noteId }))) throw noSuchNote();
    const deed = { kind: "note.delete" as const, productId, subject: noteId };
    await recordDeed(ctx, tx, { ...deed, detail: { day, kind } });
  });
}
