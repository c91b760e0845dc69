import { and, eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../client";
import {
  agreements,
  digests,
  meetings,
  notes,
  overrideBatches,
  products,
  sources,
  stages,
  teams,
  workItems,
} from "../schema";

type ThingTable = PgTable & { workspaceId: PgColumn };
type Place = { table: ThingTable; id: PgColumn; productId: PgColumn };

/** Where each aggregate's product is written. */
const places = {
  productId: { table: products, id: products.id, productId: products.id },
  sourceId: { table: sources, id: sources.id, productId: sources.productId },
  itemId: { table: workItems, id: workItems.id, productId: workItems.productId },
  teamId: { table: teams, id: teams.id, productId: teams.productId },
  noteId: { table: notes, id: notes.id, productId: notes.productId },
  stageId: { table: stages, id: stages.id, productId: stages.productId },
  agreementId: { table: agreements, id: agreements.id, productId: agreements.productId },
  digestId: { table: digests, id: digests.id, productId: digests.productId },
  meetingId: { table: meetings, id: meetings.id, productId: meetings.productId },
  batchId: {
    table: overrideBatches,
    id: overrideBatches.id,
    productId: overrideBatches.productId,
  },
} satisfies Record<string, Place>;
export type Thing = keyof typeof places;

/** The product that a thing of the workspace belongs to; null where there is none such. */
export async function findProductOfThing(
  db: Db,
  { workspaceId, thing, id }: { workspaceId: string; thing: Thing; id: string },
): Promise<string | null> {
  const place: Place = places[thing];
  const [row] = await db
    .select({ productId: place.productId })
    .from(place.table)
    .where(and(eq(place.table.workspaceId, workspaceId), eq(place.id, id)));
  return row ? String(row.productId) : null;
}
