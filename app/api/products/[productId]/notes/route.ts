import { readBody, readQuery, route } from "@/app/_server/route";
import { createNoteSchema, listNotesSchema } from "@/lib/contracts/notes";
import { createNote } from "@/lib/services/create-note";
import { listNotes } from "@/lib/services/list-notes";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listNotesSchema);
  return Response.json(await listNotes({ ctx, input: { ...params, query } }));
});

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const note = await readBody(request, createNoteSchema);
  return Response.json(await createNote({ ctx, input: { ...params, note } }), { status: 201 });
});
