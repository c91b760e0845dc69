import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getBalanceAsSchema } from "@/lib/contracts/balance";
import { balanceCsv } from "@/lib/contracts/balance-csv";
import { getBalance } from "@/lib/services/get-balance";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getBalanceAsSchema);
  const balance = await getBalance({ ctx, input: { ...params, query } });
  return numbersAnswer(balance, query.format, { name: "balance", csv: balanceCsv });
});
