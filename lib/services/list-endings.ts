import { countEndings } from "@/db/queries/endings";
import type { EndingList } from "@/lib/contracts/sources";
import { endingMeaning } from "@/lib/sync/ending-meaning";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { resolutionsOf } from "./source-settings-change";

/** How a source's closed items ended and what that counts as. Errors: `not_found`. */
export async function listEndings({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<EndingList> {
  const source = await requireSource(ctx, input.sourceId, "read");
  const own = resolutionsOf(source);
  if (own === null) return { items: [] };
  const key = { workspaceId: source.workspaceId, sourceId: source.id };
  const endings = await countEndings(ctx.db, key);
  return {
    items: endings.map((ending) => ({
      ...ending,
      countsAs: endingMeaning(ending, own),
      default: endingMeaning(ending, {}),
    })),
  };
}
