import { readQuery, route } from "@/app/_server/route";
import { listRefusedSchema } from "@/lib/contracts/sources";
import { listRefused } from "@/lib/services/list-refused";

export const GET = route<{ sourceId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listRefusedSchema);
  return Response.json(await listRefused({ ctx, input: { ...params, query } }));
});
