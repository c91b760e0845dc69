import { readQuery, route } from "@/app/_server/route";
import { listTriageSchema } from "@/lib/contracts/triage";
import { listTriage } from "@/lib/services/list-triage";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listTriageSchema);
  return Response.json(await listTriage({ ctx, input: { ...params, ...query } }));
});
