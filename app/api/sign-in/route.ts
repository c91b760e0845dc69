import { callerOf, withCookies } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { signInSchema } from "@/lib/contracts/accounts";
import { signIn } from "@/lib/services/sign-in";

export const POST = route(async ({ ctx, request }) => {
  const given = await readBody(request, signInSchema);
  const { cookies } = await signIn({ ctx, input: { ...given, caller: callerOf(request, ctx) } });
  return withCookies(new Response(null, { status: 204 }), cookies);
});
