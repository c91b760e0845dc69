import { listDigestsOfProduct } from "@/db/queries/digests";
import { type DigestList, digestSchema } from "@/lib/contracts/digests";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { requireProduct } from "./find-product";

/** The digests that were made of a product, newest first. Errors: `not_found`; `invalid_request`. */
export async function listDigests({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; limit: number; cursor?: string | undefined };
}): Promise<DigestList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const after = readCursor(input.cursor);
  const rows = await listDigestsOfProduct(ctx.db, {
    ...{ workspaceId, productId, limit: input.limit },
    after: after && { createdAt: new Date(after.createdAt), id: after.id },
  });
  const last = rows.length === input.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ id, day, createdAt, content }) => {
      const { from, to } = digestSchema.parse(content);
      return { id, day, from, to, createdAt: createdAt.toISOString() };
    }),
    nextCursor: last ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id }) : null,
  };
}
