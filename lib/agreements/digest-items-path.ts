import type { Digest } from "@/lib/contracts/digests";
import type { Measure } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";

/** The page of the items that a number of a digest counts, and no others. */
export function digestItemsPath(
  { productId, from, to, balance }: Pick<Digest, "productId" | "from" | "to" | "balance">,
  category: CategoryOrNone,
): string {
  const days: Record<Measure, string> = {
    done: `doneFrom=${from}&doneTo=${to}`,
    opened: `openedFrom=${from}&openedTo=${to}`,
    open: `openOn=${to}`,
  };
  return `/products/${productId}/items?category=${category}&${days[balance.measure]}`;
}
