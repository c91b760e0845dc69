import { readBody, route } from "@/app/_server/route";
import { updateNoteSchema } from "@/lib/contracts/notes";
import { deleteNote } from "@/lib/services/delete-note";
import { updateNote } from "@/lib/services/update-note";

type Params = { noteId: string };

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateNoteSchema);
  return Response.json(await updateNote({ ctx, input: { ...params, change } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteNote({ ctx, input: params });
  return new Response(null, { status: 204 });
});
