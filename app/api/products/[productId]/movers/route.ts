import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getMoversSchema } from "@/lib/contracts/movers";
import { moversCsv } from "@/lib/contracts/movers-csv";
import { getMovers } from "@/lib/services/get-movers";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getMoversSchema);
  const movers = await getMovers({ ctx, input: { ...params, query } });
  return numbersAnswer(movers, query.format, { name: "movers", csv: moversCsv });
});
