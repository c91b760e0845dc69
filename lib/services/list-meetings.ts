import { listMeetingsOfProduct } from "@/db/queries/meetings";
import type { MeetingList } from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/** A product's meetings, newest first; one page holds all. Errors: `not_found`. */
export async function listMeetings({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<MeetingList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const rows = await listMeetingsOfProduct(ctx.db, { workspaceId, productId });
  const items = rows.map(({ id, startedAt, startedBy, closedAt, closedBy, minutes }) => ({
    ...{ id, startedBy, closedBy },
    startedAt: startedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    decisions: minutes.decisions.length,
    followUps: minutes.followUps.length,
  }));
  return { items, nextCursor: null };
}
