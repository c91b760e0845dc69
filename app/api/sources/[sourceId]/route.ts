import { route } from "@/app/_server/route";
import { deleteSource } from "@/lib/services/delete-source";
import { getSource } from "@/lib/services/get-source";

type Params = { sourceId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await getSource({ ctx, input: params })),
);

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteSource({ ctx, input: params });
  return new Response(null, { status: 204 });
});
