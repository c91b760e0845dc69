import { fileHeaders } from "@/app/_server/file-headers";
import { readQuery, route } from "@/app/_server/route";
import { getFlowSchema } from "@/lib/contracts/flow";
import { flowCsv } from "@/lib/contracts/flow-csv";
import { getFlow } from "@/lib/services/get-flow";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getFlowSchema);
  const flow = await getFlow({ ctx, input: { ...params, query } });
  if (query.format === "json") return Response.json(flow);
  return new Response(flowCsv(flow), { headers: fileHeaders("flow.csv", "text/csv") });
});
