import type { ProductRow } from "@/db/schema";
import type { Product } from "@/lib/contracts/products";

/** A stored product in the contract's words. */
export function productAnswer(row: ProductRow): Product {
  const { id, name, timeZone, weekStart, sample } = row;
  return { id, name, timeZone, weekStart, sample, createdAt: row.createdAt.toISOString() };
}
