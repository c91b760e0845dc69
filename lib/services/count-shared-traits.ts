import { countByTrait } from "@/db/queries/triage";
import type { SharedTraits } from "@/lib/contracts/triage";
import { traitsOf } from "@/lib/domain/triage-trait";
import type { Context } from "./context";
import { requireItem } from "./get-item";

/** How many of the items that wait share each trait of an item. Errors: `not_found`. */
export async function countSharedTraits({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string };
}): Promise<SharedTraits> {
  const item = await requireItem(ctx, input.itemId, "read");
  const traits = traitsOf(item);
  const { workspaceId } = ctx.actor;
  const counts = await countByTrait(ctx.db, { workspaceId, productId: item.productId, traits });
  return { traits: traits.map((trait, at) => ({ ...trait, waiting: counts[at] ?? 0 })) };
}
