import { countLostCorrections, hasCorrections } from "@/db/queries/corrections";
import { readForeignChildren } from "@/db/queries/item-parents";
import { refreshLedger } from "@/db/queries/ledger";
import { allowLongStatements } from "@/db/queries/long-statements";
import { deleteSource as removeSource } from "@/db/queries/sources";
import { classifyItems } from "@/lib/sync/classify-items";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { recordDeed } from "./record-deed";

/** Disconnects a source and deletes its items; a run under way ends by itself. Errors: `not_found`. */
export async function deleteSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<void> {
  const {
    id: sourceId,
    workspaceId,
    productId,
    name,
  } = await requireSource(ctx, input.sourceId, "manage_sources");
  await ctx.db.transaction(async (tx) => {
    await allowLongStatements(tx);
    const takesCorrections = await hasCorrections(tx, { workspaceId, sourceId });
    const itemIds = await readForeignChildren(tx, { workspaceId, sourceId });
    await removeSource(tx, { workspaceId, sourceId });
    await refreshLedger(tx, { workspaceId, productId }, { sourceId });
    if (takesCorrections) await countLostCorrections(tx, { workspaceId, productId });
    // What they inherited from here is gone.
    const cause = { workspaceId, actor: ctx.actor.name, at: ctx.now(), modelOf: ctx.modelOf };
    await classifyItems(tx, { ...cause, productId, itemIds });
    const deed = { kind: "source.delete" as const, productId, subject: sourceId };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
  });
}
