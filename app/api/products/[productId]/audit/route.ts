import { readQuery, route } from "@/app/_server/route";
import { listLateChangesSchema } from "@/lib/contracts/audit";
import { listLateChanges } from "@/lib/services/list-late-changes";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listLateChangesSchema);
  return Response.json(await listLateChanges({ ctx, input: { ...params, query } }));
});
