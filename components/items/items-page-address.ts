import { createSerializer } from "nuqs/server";
import { itemsParameters } from "./filter-parameters";
import type { ItemsQuery } from "./items-query";

const serialize = createSerializer(itemsParameters);

/** The items page with the filters of `query`. */
export function itemsPageAddress(productId: string, query: ItemsQuery): string {
  return serialize(`/products/${productId}/items`, query);
}
