import { z } from "zod";
import { longestNote, noteKinds } from "@/lib/domain/note";
import { dateSchema, idSchema, instantSchema, isStorable, listOf, unstorable } from "./common";

const kindSchema = z.enum(noteKinds);
const textSchema = z
  .string()
  .trim()
  .min(1, "Write what happened.")
  .max(longestNote, `Write at most ${longestNote} characters.`)
  .refine(isStorable, unstorable);

export const createNoteSchema = z.strictObject({
  /** In the product's time zone. */
  day: dateSchema,
  kind: kindSchema.default("note"),
  text: textSchema,
});

export const updateNoteSchema = z
  .strictObject({
    day: dateSchema.optional(),
    kind: kindSchema.optional(),
    text: textSchema.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Name at least one field to change.");

/** Days, both included; without one of them there is no end on that side. */
export const listNotesSchema = z.strictObject({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
});
export type ListNotes = z.output<typeof listNotesSchema>;

export const noteSchema = z.object({
  id: idSchema,
  day: dateSchema,
  kind: kindSchema,
  text: z.string(),
  createdBy: z.string(),
  createdAt: instantSchema,
  /** When it was last changed; null where it stands as it was written. */
  editedAt: instantSchema.nullable(),
});
export type Note = z.infer<typeof noteSchema>;

export const noteListSchema = listOf(noteSchema);
export type NoteList = z.infer<typeof noteListSchema>;
