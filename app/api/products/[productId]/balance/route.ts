import { readQuery, route } from "@/app/_server/route";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { getBalance } from "@/lib/services/get-balance";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getBalanceSchema);
  return Response.json(await getBalance({ ctx, input: { ...params, query } }));
});
