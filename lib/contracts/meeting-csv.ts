import type { Counts } from "@/lib/domain/balance";
import { balanceCategories, chartedCategories } from "@/lib/domain/category";
import type { Balance } from "./balance";
import { type CsvValue, csvRow } from "./csv";
import type { Meeting } from "./meetings";

const columns = [
  ...["figures", "start", "end", "measure", "unit", "category", "amount", "share"],
  ...["agreedFeatureShare", "tolerance"],
];

/** The numbers that a meeting showed: a line for each answer, bucket and category. */
export function meetingCsv({ opening: { balance, stock, since } }: Meeting): string {
  const lines = [
    ...linesOf("balance", balance),
    ...linesOf("open stock", stock),
    ...(since ? linesOf("since the meeting before", since) : []),
  ];
  return csvRow(columns) + lines.map(csvRow).join("");
}

function linesOf(name: string, balance: Balance): CsvValue[][] {
  const whole = { start: balance.from, end: balance.to, ...balance.totals };
  return [
    ...balance.buckets.flatMap((bucket) => categoryLines(name, balance, bucket)),
    ...categoryLines(`${name}, whole range`, balance, whole),
  ];
}

function categoryLines(
  name: string,
  { measure, unit, targets }: Balance,
  figures: { start: string; end: string; counts: Counts; shares: Balance["totals"]["shares"] },
): CsvValue[][] {
  const { start, end, counts, shares } = figures;
  const target = targets.find(({ from, to }) => from <= start && end <= to);
  return chartedCategories.map((category) => {
    const classified = balanceCategories.find((one) => one === category);
    const share = classified ? shares[classified] : null;
    const agreed = [target?.shares.feature ?? null, target?.tolerance ?? null];
    return [name, start, end, measure, unit, category, counts[category], share, ...agreed];
  });
}
