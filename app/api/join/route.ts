import { callerOf, withCookies } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { joinSchema } from "@/lib/contracts/accounts";
import { joinWorkspace } from "@/lib/services/join-workspace";

export const POST = route(async ({ ctx, request }) => {
  const wish = await readBody(request, joinSchema);
  const { cookies } = await joinWorkspace({ ctx, input: { wish, caller: callerOf(request, ctx) } });
  return withCookies(new Response(null, { status: 204 }), cookies);
});
