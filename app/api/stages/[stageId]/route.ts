import { readBody, route } from "@/app/_server/route";
import { updateStageSchema } from "@/lib/contracts/stages";
import { deleteStage } from "@/lib/services/delete-stage";
import { updateStage } from "@/lib/services/update-stage";

type Params = { stageId: string };

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateStageSchema);
  return Response.json(await updateStage({ ctx, input: { ...params, change } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteStage({ ctx, input: params });
  return new Response(null, { status: 204 });
});
