import { readQuery, route } from "@/app/_server/route";
import { getBalanceSplitSchema } from "@/lib/contracts/balance-split";
import { getBalanceSplit } from "@/lib/services/get-balance-split";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getBalanceSplitSchema);
  return Response.json(await getBalanceSplit({ ctx, input: { ...params, query } }));
});
