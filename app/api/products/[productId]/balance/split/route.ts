import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getBalanceSplitSchema } from "@/lib/contracts/balance-split";
import { balanceSplitCsv } from "@/lib/contracts/balance-split-csv";
import { getBalanceSplit } from "@/lib/services/get-balance-split";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getBalanceSplitSchema);
  const split = await getBalanceSplit({ ctx, input: { ...params, query } });
  return numbersAnswer(split, query.format, { name: "split", csv: balanceSplitCsv });
});
