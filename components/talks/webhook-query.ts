import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { ProductWebhook } from "@/lib/contracts/product-webhook";

export function productWebhookPath(productId: string): string {
  return `/api/products/${productId}/webhook`;
}

export function productWebhookKey(productId: string) {
  return ["product-webhook", { productId }] as const;
}

/** Where the product's messages go, as far as it is told. */
export function productWebhookOptions(productId: string) {
  return queryOptions({
    queryKey: productWebhookKey(productId),
    queryFn: ({ signal }) => getJson<ProductWebhook>(productWebhookPath(productId), signal),
  });
}
