import { insertSource } from "@/db/queries/sources";
import type { Source } from "@/lib/contracts/sources";
import { AppError } from "@/lib/errors";
import { checkedSource, type SourceToCreate } from "./checked-source";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getSource } from "./get-source";
import { recordDeed } from "./record-deed";
import { syncSoon } from "./sync-soon";

/**
 * Connects a place to a product: checks that it can be read, stores it, starts the first sync.
 * Errors: `not_found`; `unprocessable` with the input at fault and what to do; `conflict` where the
 * product has it already. Nothing is stored unless the check succeeds.
 */
export async function createSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; source: SourceToCreate };
}): Promise<Source> {
  const { id: productId, workspaceId } = await requireProduct(
    ctx,
    input.productId,
    "manage_sources",
  );
  const { row, placeField } = await checkedSource(ctx, { productId, source: input.source });
  await ctx.db.transaction(async (tx) => {
    if (!(await insertSource(tx, row))) {
      const message = `${row.name} is connected to this product already.`;
      throw new AppError("conflict", message, { fields: { [placeField]: message } });
    }
    const detail = { name: row.name, kind: row.kind };
    await recordDeed(ctx, tx, { kind: "source.create", productId, subject: row.id, detail });
  });
  await syncSoon(ctx, { workspaceId, sourceId: row.id });
  return getSource({ ctx, input: { sourceId: row.id } });
}
