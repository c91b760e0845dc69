import { readQuery, route } from "@/app/_server/route";
import { listItemValuesSchema } from "@/lib/contracts/item-values";
import { listItemValues } from "@/lib/services/list-item-values";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listItemValuesSchema);
  return Response.json(await listItemValues({ ctx, input: { ...params, query } }));
});
