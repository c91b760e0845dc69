import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getFlowSchema } from "@/lib/contracts/flow";
import { flowCsv } from "@/lib/contracts/flow-csv";
import { getFlow } from "@/lib/services/get-flow";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getFlowSchema);
  const flow = await getFlow({ ctx, input: { ...params, query } });
  return numbersAnswer(flow, query.format, { name: "flow", csv: flowCsv });
});
