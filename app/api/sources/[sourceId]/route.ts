import { readBody, route } from "@/app/_server/route";
import { updateSourceSchema } from "@/lib/contracts/sources";
import { deleteSource } from "@/lib/services/delete-source";
import { getSource } from "@/lib/services/get-source";
import { updateSource } from "@/lib/services/update-source";

type Params = { sourceId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await getSource({ ctx, input: params })),
);

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateSourceSchema);
  return Response.json(await updateSource({ ctx, input: { ...params, change } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteSource({ ctx, input: params });
  return new Response(null, { status: 204 });
});
