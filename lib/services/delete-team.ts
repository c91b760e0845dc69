import { deleteTeam as removeTeam } from "@/db/queries/teams";
import type { Context } from "./context";
import { requireTeam } from "./find-team";
import { recordDeed } from "./record-deed";

/** Deletes a team; the items it was made of stay. Errors: `not_found`. */
export async function deleteTeam({
  ctx,
  input,
}: {
  ctx: Context;
  input: { teamId: string };
}): Promise<void> {
  const team = await requireTeam(ctx, input.teamId, "manage_products");
  const { id: teamId, workspaceId, productId, name } = team;
  await ctx.db.transaction(async (tx) => {
    if (!(await removeTeam(tx, { workspaceId, teamId }))) return;
    const deed = { kind: "team.delete" as const, productId, subject: teamId };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
  });
}
