import { notFound } from "next/navigation";
import { cache } from "react";
import { getContext } from "@/app/_server/context";
import type { Product } from "@/lib/contracts/products";
import { AppError } from "@/lib/errors";
import { getProduct } from "@/lib/services/get-product";

/** The product of a page's URL, read once a request; where there is none, the 404 page. */
export const findProduct = cache(async (productId: string): Promise<Product> => {
  const ctx = await getContext();
  try {
    return await getProduct({ ctx, input: { productId } });
  } catch (error) {
    if (error instanceof AppError && error.code !== "internal") notFound();
    throw error;
  }
});
