import { readBody, route } from "@/app/_server/route";
import { startSyncSchema } from "@/lib/contracts/sources";
import { startSync } from "@/lib/services/start-sync";

export const POST = route<{ sourceId: string }>(async ({ ctx, request, params }) => {
  const { mode } = await readBody(request, startSyncSchema);
  return Response.json(await startSync({ ctx, input: { ...params, mode } }), { status: 202 });
});
