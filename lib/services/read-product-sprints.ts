import { type BegunSprint, readSprints } from "@/db/queries/item-sprints";
import { listSourcesOfProduct } from "@/db/queries/sources";
import type { ProductRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";

/** Of a source; twenty years of weekly ones. */
export const mostSprints = 1000;

/**
 * The sprints by which a product's days are put together: of the sources asked for, and of one
 * board where one is. Errors: `invalid_request` naming what has none.
 */
export async function readProductSprints(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  { source, board }: { source?: string[] | undefined; board?: string | undefined },
): Promise<BegunSprint[]> {
  const sources = await listSourcesOfProduct(ctx.db, { workspaceId, productId });
  const asked = sources.filter(({ id }) => source === undefined || source.includes(id));
  const all = await Promise.all(
    asked.map(({ id }) => readSprints(ctx.db, { workspaceId, sourceId: id, limit: mostSprints })),
  );
  const sprints = all.flat();
  if (sprints.length === 0) {
    const message =
      "There are no sprints with dates here. Ask for days, weeks, months or quarters.";
    throw new AppError("invalid_request", message, { fields: { bucket: message } });
  }
  const ofBoard = sprints.filter((sprint) => board === undefined || sprint.board === board);
  if (ofBoard.length > 0) return ofBoard;
  const message = "No sprint with dates is of this board.";
  throw new AppError("invalid_request", message, { fields: { board: message } });
}
