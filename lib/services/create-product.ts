import type { z } from "zod";
import { insertProduct } from "@/db/queries/products";
import { classifierVersion } from "@/lib/classify/classify-item";
import type { createProductSchema, Product } from "@/lib/contracts/products";
import type { Context } from "./context";
import { productAnswer } from "./product-answer";
import { requireRight } from "./rights";

/** Creates an empty product; sources are connected to it afterwards. */
export async function createProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: z.output<typeof createProductSchema>;
}): Promise<Product> {
  requireRight(ctx.actor, "manage_products");
  const row = {
    ...input,
    workspaceId: ctx.actor.workspaceId,
    id: crypto.randomUUID(),
    sample: false,
    classifierVersion,
    createdAt: ctx.now(),
  };
  await insertProduct(ctx.db, row);
  return productAnswer(row);
}
