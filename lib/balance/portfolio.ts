import type { BalanceCell, Measure, Weekday } from "@/lib/domain/balance";
import type { CalendarBucket } from "./calendar";
import { foldBalance } from "./fold-balance";

type ProductCells = {
  /** Over the same days in every product; whole or not by the product's own clock. */
  buckets: CalendarBucket[];
  cells: BalanceCell[];
  /** Whether it is added to the whole. */
  counted: boolean;
};

/** The balance of each product, and of those that are counted together: from counts, not shares. */
export function foldPortfolio<P extends ProductCells>(products: P[], measure: Measure) {
  const shared = { measure, withKinds: false };
  const together = products.filter(({ counted }) => counted);
  const [first] = products;
  const buckets = (first?.buckets ?? []).map((bucket, index) => ({
    ...bucket,
    complete: together.every((product) => product.buckets[index]?.complete),
  }));
  return {
    products: products.map((product) => ({
      product,
      balance: foldBalance({ ...shared, buckets: product.buckets, cells: product.cells }),
    })),
    whole: foldBalance({ ...shared, buckets, cells: together.flatMap(({ cells }) => cells) }),
  };
}

/** The first day of a week that all agree on; Monday where they do not. */
export function commonWeekStart(products: { weekStart: Weekday }[]): Weekday {
  const [first, ...others] = new Set(products.map(({ weekStart }) => weekStart));
  return first && others.length === 0 ? first : "monday";
}
