import { readBody, route } from "@/app/_server/route";
import { createStageSchema } from "@/lib/contracts/stages";
import { createStage } from "@/lib/services/create-stage";
import { listStages } from "@/lib/services/list-stages";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listStages({ ctx, input: params })),
);

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const stage = await readBody(request, createStageSchema);
  return Response.json(await createStage({ ctx, input: { ...params, stage } }), { status: 201 });
});
