import { readQuery, route } from "@/app/_server/route";
import { listJudgedSchema } from "@/lib/contracts/model";
import { listJudged } from "@/lib/services/list-judged";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listJudgedSchema);
  return Response.json(await listJudged({ ctx, input: { ...params, ...query } }));
});
