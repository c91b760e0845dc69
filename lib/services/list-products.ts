import { listProductsOfWorkspace } from "@/db/queries/products";
import type { Product, ProductList } from "@/lib/contracts/products";
import { visibleProducts } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { productAnswer } from "./product-answer";
import { requireRight } from "./rights";

/** The workspace's products, newest first. */
export async function listProducts({
  ctx,
  input,
}: {
  ctx: Context;
  input: { limit: number; cursor?: string | undefined };
}): Promise<ProductList> {
  requireRight(ctx.actor, "list");
  const after = readCursor(input.cursor);
  const rows = await listProductsOfWorkspace(ctx.db, {
    workspaceId: ctx.actor.workspaceId,
    visible: visibleProducts(ctx.actor),
    limit: input.limit,
    after: after && { createdAt: new Date(after.createdAt), id: after.id },
  });
  const last = rows.length === input.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(productAnswer),
    nextCursor: last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id }) : null,
  };
}

/** All of them, for what lets one be chosen. */
export async function listEveryProduct({ ctx }: { ctx: Context }): Promise<Product[]> {
  const every: Product[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProducts({ ctx, input: { limit: 500, cursor } });
    every.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return every;
}
