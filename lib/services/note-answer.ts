import type { NoteRow } from "@/db/schema";
import type { Note } from "@/lib/contracts/notes";

/** A stored note in the contract's words. */
export function noteAnswer({ id, day, kind, text, createdBy, createdAt, editedAt }: NoteRow): Note {
  const at = { createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null };
  return { id, day, kind, text, createdBy, ...at };
}
