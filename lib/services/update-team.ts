import type { z } from "zod";
import { updateTeam as writeTeam } from "@/db/queries/teams";
import type { Team, updateTeamSchema } from "@/lib/contracts/teams";
import { teamIdentity } from "@/lib/domain/team";
import { dataFaultOf } from "@/lib/sync/data-fault";
import type { Context } from "./context";
import { takenName } from "./create-team";
import { noSuchTeam, requireTeam } from "./find-team";
import { recordDeed } from "./record-deed";
import { teamAnswer } from "./team-answer";

const uniqueViolation = "23505";

/**
 * Changes a team's name or filter. Errors: `not_found`; `conflict` where another team of the product
 * has the name.
 */
export async function updateTeam({
  ctx,
  input,
}: {
  ctx: Context;
  input: { teamId: string; change: z.output<typeof updateTeamSchema> };
}): Promise<Team> {
  const {
    id: teamId,
    workspaceId,
    productId,
  } = await requireTeam(ctx, input.teamId, "manage_products");
  const { name, filter } = input.change;
  const change = {
    ...(name && { name, identity: teamIdentity(name) }),
    ...(filter && { filter }),
  };
  try {
    return await ctx.db.transaction(async (tx) => {
      const row = await writeTeam(tx, { workspaceId, teamId }, change);
      if (!row) throw noSuchTeam();
      const detail = { changed: Object.keys(input.change).join(", "), name: row.name };
      await recordDeed(ctx, tx, { kind: "team.update", productId, subject: teamId, detail });
      return teamAnswer(row);
    });
  } catch (error) {
    if (name && dataFaultOf(error) === uniqueViolation) throw takenName(name);
    throw error;
  }
}
