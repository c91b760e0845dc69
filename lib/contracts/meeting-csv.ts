import { balanceCategories, categoryOrNone } from "@/lib/domain/category";
import { forecastLines } from "@/lib/domain/forecast";
import type { Balance } from "./balance";
import { type CsvValue, csvRow } from "./csv";
import type { WhatIf } from "./forecast";
import type { Meeting } from "./meetings";

const columns = [
  ...["figures", "start", "end", "measure", "unit", "category", "amount", "share"],
  ...["agreedFeatureShare", "tolerance", "complete", "contested", "unestimated"],
];

/** The numbers that a meeting showed: a line for each answer, bucket and category. */
export function meetingCsv({ opening, happened }: Meeting): string {
  const { balance, stock, since } = opening;
  const lines = [
    ...linesOf("balance", balance),
    ...linesOf("open stock", stock),
    ...(since ? linesOf("since the meeting before", since) : []),
    ...(happened.whatIf ? whatIfLines(happened.whatIf) : []),
  ];
  return csvRow(columns) + lines.map(csvRow).join("");
}

const quantiles = ["p10", "p50", "p90"] as const;

/** Open items at the end of each week ahead; `agreedFeatureShare` is the share that was looked at. */
function whatIfLines({ scenarios }: WhatIf): CsvValue[][] {
  return scenarios.flatMap(({ name, shares, weeks }) =>
    weeks.flatMap(({ start, end, stock }) =>
      forecastLines.flatMap((line) =>
        quantiles.map((quantile) => {
          const figures = `what if, ${name}, ${quantile}`;
          const share = shares ? shares.feature / 100 : null;
          return [
            figures,
            start,
            end,
            "open",
            "items",
            line,
            stock[line][quantile],
            null,
            share,
            ...[null, null, null, null],
          ];
        }),
      ),
    ),
  );
}

function linesOf(name: string, balance: Balance): CsvValue[][] {
  const { from: start, to: end, totals, buckets } = balance;
  const complete = buckets.every((bucket) => bucket.complete);
  return [
    ...buckets.flatMap((bucket) => categoryLines(name, balance, bucket)),
    ...categoryLines(`${name}, whole range`, balance, { start, end, complete, ...totals }),
  ];
}

type Figures = Balance["totals"] & { start: string; end: string; complete: boolean };

/** `contested` is of the category, `unestimated` of all of them together. */
function categoryLines(
  name: string,
  { measure, unit, targets }: Balance,
  { start, end, complete, counts, excluded, shares, contested, unestimated }: Figures,
): CsvValue[][] {
  const target = targets.find(({ from, to }) => from <= start && end <= to);
  const agreed = [target?.shares.feature ?? null, target?.tolerance ?? null];
  const amounts = { ...counts, excluded };
  return categoryOrNone.map((category) => {
    const classified = balanceCategories.find((one) => one === category);
    const share = classified ? shares[classified] : null;
    const own = [name, start, end, measure, unit, category, amounts[category], share, ...agreed];
    return [...own, complete, contested.counts[category], unestimated];
  });
}
