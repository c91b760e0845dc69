import type { ProductRow } from "@/db/schema";
import type { Product } from "@/lib/contracts/products";

/** A stored product in the contract's words. */
export function productAnswer(row: ProductRow): Product {
  const { id, name, timeZone, weekStart, digest, outsidePeriods, outsidePeriod, sample } = row;
  const talk = { digest, outsidePeriods, outsidePeriod };
  return { id, name, timeZone, weekStart, ...talk, sample, createdAt: row.createdAt.toISOString() };
}
