import { callerOf, withCookies } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { redeemResetSchema } from "@/lib/contracts/accounts";
import { redeemReset } from "@/lib/services/redeem-reset";

export const POST = route(async ({ ctx, request }) => {
  const given = await readBody(request, redeemResetSchema);
  const { address } = callerOf(request, ctx);
  const { cookies } = await redeemReset({ ctx, input: { ...given, address } });
  return withCookies(new Response(null, { status: 204 }), cookies);
});
