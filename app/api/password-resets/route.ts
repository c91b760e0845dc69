import { callerOf } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { askForResetSchema } from "@/lib/contracts/accounts";
import { askForReset } from "@/lib/services/ask-for-reset";

export const POST = route(async ({ ctx, request }) => {
  const { email } = await readBody(request, askForResetSchema);
  const { address } = callerOf(request, ctx);
  await askForReset({ ctx, input: { email, address } });
  return new Response(null, { status: 204 });
});
