import { listProductsOfWorkspace } from "@/db/queries/products";
import type { ProductList } from "@/lib/contracts/products";
import { visibleProducts } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { productAnswer } from "./product-answer";
import { requireRight } from "./rights";

const pageSize = 100;

/** The workspace's products, newest first. */
export async function listProducts({
  ctx,
  input,
}: {
  ctx: Context;
  input: { cursor?: string | undefined };
}): Promise<ProductList> {
  requireRight(ctx.actor, "list");
  const after = readCursor(input.cursor);
  const rows = await listProductsOfWorkspace(ctx.db, {
    workspaceId: ctx.actor.workspaceId,
    visible: visibleProducts(ctx.actor),
    limit: pageSize,
    after: after && { createdAt: new Date(after.createdAt), id: after.id },
  });
  const last = rows.length === pageSize ? rows.at(-1) : undefined;
  return {
    items: rows.map(productAnswer),
    nextCursor: last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id }) : null,
  };
}
