import { readBody, route } from "@/app/_server/route";
import { renameWorkspaceSchema } from "@/lib/contracts/accounts";
import { renameWorkspace } from "@/lib/services/rename-workspace";

export const PATCH = route(async ({ ctx, request }) => {
  const { name } = await readBody(request, renameWorkspaceSchema);
  await renameWorkspace({ ctx, input: { name } });
  return new Response(null, { status: 204 });
});
