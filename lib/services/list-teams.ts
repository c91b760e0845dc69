import { listTeamsOfProduct } from "@/db/queries/teams";
import type { TeamList } from "@/lib/contracts/teams";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { teamAnswer } from "./team-answer";

/** A product's teams by name; one page holds all. Errors: `not_found`. */
export async function listTeams({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<TeamList> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const rows = await listTeamsOfProduct(ctx.db, { workspaceId, productId });
  return { items: rows.map(teamAnswer), nextCursor: null };
}
