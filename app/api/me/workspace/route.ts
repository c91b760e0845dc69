import { withCookies } from "@/app/_server/caller";
import { readBody, route } from "@/app/_server/route";
import { chooseWorkspaceSchema } from "@/lib/contracts/accounts";
import { chooseWorkspace } from "@/lib/services/choose-workspace";

export const PUT = route(async ({ ctx, request }) => {
  const { workspaceId } = await readBody(request, chooseWorkspaceSchema);
  const input = { workspaceId, headers: request.headers };
  const { cookies } = await chooseWorkspace({ ctx, input });
  return withCookies(new Response(null, { status: 204 }), cookies);
});
