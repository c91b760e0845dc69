import type { MeetingRow, ProductRow } from "@/db/schema";
import {
  type Happened,
  happenedSchema,
  type Meeting,
  openingSchema,
} from "@/lib/contracts/meetings";
import type { Context } from "./context";
import { readHappened } from "./read-happened";

/**
 * A stored meeting in the contract's words. What it showed and, once it is closed, what came of it
 * are what was stored: nothing of it is counted again.
 */
export async function meetingAnswer(
  ctx: Context,
  row: MeetingRow,
  product: ProductRow,
): Promise<Meeting> {
  const { id, startedAt, startedBy, closedAt, closedBy, version, minutes, opening, closing } = row;
  const happened: Happened =
    closing === null ? await readHappened(ctx, product, startedAt) : happenedSchema.parse(closing);
  const shown = openingSchema.parse(opening);
  return {
    ...{ id, startedBy, closedBy, version, minutes, happened },
    startedAt: startedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    product: { id: product.id, ...shown.product },
    opening: shown,
  };
}
