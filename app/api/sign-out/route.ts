import { withCookies } from "@/app/_server/caller";
import { route } from "@/app/_server/route";
import { signOut } from "@/lib/services/sign-out";

export const POST = route(async ({ ctx, request }) => {
  const cookies = await signOut({ ctx, input: { headers: request.headers } });
  return withCookies(new Response(null, { status: 204 }), cookies);
});
