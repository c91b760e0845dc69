import type { z } from "zod";
import { countTeams, insertTeam } from "@/db/queries/teams";
import type { createTeamSchema, Team } from "@/lib/contracts/teams";
import { mostTeams, teamIdentity } from "@/lib/domain/team";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";
import { teamAnswer } from "./team-answer";

/**
 * Saves a filter under a name. Errors: `not_found`; `conflict` where the product has a team of that
 * name, whatever its case; `unprocessable` where it has as many as it may.
 */
export async function createTeam({
  ctx,
  input: { productId, team },
}: {
  ctx: Context;
  input: { productId: string; team: z.output<typeof createTeamSchema> };
}): Promise<Team> {
  const { id, workspaceId } = await requireProduct(ctx, productId, "manage_products");
  if ((await countTeams(ctx.db, { workspaceId, productId: id })) >= mostTeams) {
    throw new AppError("unprocessable", `A product has at most ${mostTeams} teams.`);
  }
  const row = {
    ...team,
    workspaceId,
    id: crypto.randomUUID(),
    productId: id,
    identity: teamIdentity(team.name),
    createdAt: ctx.now(),
  };
  const { name } = team;
  await ctx.db.transaction(async (tx) => {
    if (!(await insertTeam(tx, row))) throw takenName(name);
    const deed = { kind: "team.create" as const, productId: id, subject: row.id };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
  });
  return teamAnswer(row);
}

export function takenName(name: string): AppError {
  const message = `There is a team called ${name} already.`;
  return new AppError("conflict", message, { fields: { name: message } });
}
