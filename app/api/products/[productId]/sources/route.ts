import { requireCheckPace } from "@/app/_server/limited";
import { readBody, route } from "@/app/_server/route";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { listSources } from "@/lib/services/list-sources";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listSources({ ctx, input: params })),
);

export const POST = route<Params>(async ({ ctx, request, params }) => {
  await requireCheckPace({ ctx, request });
  const source = await readBody(request, createSourceSchema);
  return Response.json(await createSource({ ctx, input: { ...params, source } }), { status: 201 });
});
