import { ApiError, sendJson } from "@/components/ui/api";
import type { Product } from "@/lib/contracts/products";
import type { CreateGithubSource, CreateSource, Source } from "@/lib/contracts/sources";
import { parseRepository } from "@/lib/domain/repository-name";

/** Adds a source to a product there is. Throws ApiError with the field at fault. */
export function addSource(productId: string, source: CreateSource): Promise<Source> {
  return sendJson<Source>("POST", `/api/products/${productId}/sources`, source);
}

/** Makes a product named for the repository: both or neither. Throws ApiError with the field at fault. */
export async function connectNewProduct(source: CreateGithubSource): Promise<Product> {
  const parsed = parseRepository(source.repository);
  if (!parsed.ok) throw fieldError("repository", parsed.message);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const product = { name: parsed.name, ...(timeZone && { timeZone }), source };
  return sendJson<Product>("POST", "/api/products", product);
}

/** Makes the sample product in the reader's time zone. Throws ApiError. */
export function openSample(): Promise<Product> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return sendJson<Product>("POST", "/api/products/sample", timeZone ? { timeZone } : {});
}

function fieldError(field: string, message: string): ApiError {
  return new ApiError(422, { code: "unprocessable", message, fields: { [field]: message } });
}
