import { deleteTeam as removeTeam } from "@/db/queries/teams";
import type { Context } from "./context";
import { requireTeam } from "./find-team";

/** Deletes a team; the items it was made of stay. Errors: `not_found`. */
export async function deleteTeam({
  ctx,
  input,
}: {
  ctx: Context;
  input: { teamId: string };
}): Promise<void> {
  const { id, workspaceId } = await requireTeam(ctx, input.teamId, "manage_products");
  await removeTeam(ctx.db, { workspaceId, teamId: id });
}
