import { readQuery, route } from "@/app/_server/route";
import { getMoversSchema } from "@/lib/contracts/movers";
import { getMovers } from "@/lib/services/get-movers";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getMoversSchema);
  return Response.json(await getMovers({ ctx, input: { ...params, query } }));
});
