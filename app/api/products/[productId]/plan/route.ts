import { readBody, readQuery, route } from "@/app/_server/route";
import { getPlanSchema, savePlanSchema } from "@/lib/contracts/plan";
import { getPlan } from "@/lib/services/get-plan";
import { savePlan } from "@/lib/services/save-plan";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getPlanSchema);
  return Response.json(await getPlan({ ctx, input: { ...params, query } }));
});

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const plan = await readBody(request, savePlanSchema);
  return Response.json(await savePlan({ ctx, input: { ...params, plan } }));
});
