import {
  createNoteSchema,
  listNotesSchema,
  noteListSchema,
  noteSchema,
  updateNoteSchema,
} from "../notes";
import { notePath, productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of a product's dated notes. */
export const notesRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/notes`,
    summary: "A product's notes by day",
    query: listNotesSchema,
    status: 200,
    answer: noteListSchema,
    refuses: [400, 404],
  },
  {
    method: "post",
    path: `${productPath}/notes`,
    summary: "Write a note on a day",
    body: createNoteSchema,
    status: 201,
    answer: noteSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "patch",
    path: notePath,
    summary: "Change a note",
    body: updateNoteSchema,
    status: 200,
    answer: noteSchema,
    refuses: [400, 404],
  },
  {
    method: "delete",
    path: notePath,
    summary: "Delete a note",
    status: 204,
    refuses: [404],
  },
];
