import type { BalanceCell, Measure } from "@/lib/domain/balance";
import { type Amounts, amountsOf } from "./amounts";
import type { CalendarBucket } from "./calendar";

export type FoldedBucket = Pick<CalendarBucket, "start" | "end" | "complete" | "name"> & Amounts;

/**
 * Makes finished rows of counted cells: one per bucket, empty ones included, and the totals.
 * For `open` a cell is a change of the stock (bucket 0 holding all that came before) and a row is
 * the stock at the bucket's end; the total of a stock is its last value, not a sum.
 */
export function foldBalance(input: {
  buckets: CalendarBucket[];
  cells: readonly BalanceCell[];
  measure: Measure;
  withKinds: boolean;
}): { buckets: FoldedBucket[]; totals: Amounts } {
  const { buckets, measure, withKinds } = input;
  const perBucket = groupBy(input.cells, (cell) => cell.bucket);
  let stock: BalanceCell[] = [];
  const rows = buckets.map((bucket, index) => {
    const own = perBucket.get(index) ?? [];
    stock = measure === "open" ? merged([...stock, ...own]) : own;
    return { ...bucket, ...amountsOf(stock, withKinds) };
  });
  const whole = measure === "open" ? stock : input.cells;
  return { buckets: rows, totals: amountsOf(whole, withKinds) };
}

/** One cell per category and kind, so that a running stock does not grow with the range. */
function merged(cells: BalanceCell[]): BalanceCell[] {
  return [...groupBy(cells, ({ category, kind }) => `${category}/${kind}`).values()].flatMap(
    (group) => {
      const [first] = group;
      if (!first) return [];
      return [
        {
          ...first,
          amount: decimal(group.reduce((sum, cell) => sum + cell.amount, 0)),
          unestimated: group.reduce((sum, cell) => sum + cell.unestimated, 0),
          contested: decimal(group.reduce((sum, cell) => sum + cell.contested, 0)),
        },
      ];
    },
  );
}

/**
 * A sum as decimals give it: 0.1 + 0.2 - 0.3 leaves a trace in 64 bits, and shares of a stock that is
 * nothing but such traces are -450 % and 500 %.
 */
function decimal(sum: number): number {
  return Math.round(sum * 1e9) / 1e9;
}

function groupBy<Key>(cells: readonly BalanceCell[], keyOf: (cell: BalanceCell) => Key) {
  const groups = new Map<Key, BalanceCell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return groups;
}
