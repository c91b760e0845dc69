import { findTeam } from "@/db/queries/teams";
import type { TeamRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** The team of this workspace. Errors: `not_found`, also where it is another workspace's. */
export async function requireTeam(
  ctx: Context,
  teamId: string,
  right: ProductRight,
): Promise<TeamRow> {
  const { workspaceId } = ctx.actor;
  const team = isUuid(teamId) ? await findTeam(ctx.db, { workspaceId, teamId }) : null;
  if (!team) throw noSuchTeam();
  requireRightIn(ctx.actor, right, team.productId, noSuchTeam);
  return team;
}

export function noSuchTeam(): AppError {
  return new AppError("not_found", "There is no such team.");
}
