import { sendJson } from "@/components/ui/api";
import type { Product } from "@/lib/contracts/products";
import type { CreateSource, Source } from "@/lib/contracts/sources";
import { productNameOf } from "./product-name";

/** Adds a source to a product there is. Throws ApiError with the field at fault. */
export function addSource(productId: string, source: CreateSource): Promise<Source> {
  return sendJson<Source>("POST", `/api/products/${productId}/sources`, source);
}

/** Makes a product named for its place: both or neither. Throws ApiError with the field at fault. */
export function connectNewProduct(source: CreateSource): Promise<Product> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const product = { name: productNameOf(source), ...(timeZone && { timeZone }), source };
  return sendJson<Product>("POST", "/api/products", product);
}

/** Makes the sample product in the reader's time zone. Throws ApiError. */
export function openSample(): Promise<Product> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return sendJson<Product>("POST", "/api/products/sample", timeZone ? { timeZone } : {});
}
