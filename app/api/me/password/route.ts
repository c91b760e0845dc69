import { callerOf } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { changePasswordSchema } from "@/lib/contracts/accounts";
import { changePassword } from "@/lib/services/change-password";

export const PUT = route(async ({ ctx, request }) => {
  const given = await readBody(request, changePasswordSchema);
  await changePassword({ ctx, input: { ...given, caller: callerOf(request, ctx) } });
  return new Response(null, { status: 204 });
});
