import { listSourcesOfProduct } from "@/db/queries/sources";
import type { SourceList } from "@/lib/contracts/sources";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { sourceAnswers } from "./source-answer";

/** A product's sources with their progress and last run. A product has few: one page holds all. */
export async function listSources({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<SourceList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const rows = await listSourcesOfProduct(ctx.db, { workspaceId, productId });
  return { items: await sourceAnswers(ctx, rows), nextCursor: null };
}
