import { readTeams } from "@/db/queries/teams";
import type { ProductRow } from "@/db/schema";
import type { TeamFilter } from "@/lib/contracts/teams";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { teamFilterOf } from "./team-answer";

/** A question with the filters that its teams stand for in their place. */
export type WithTeams<Query> = Omit<Query, "team"> & {
  /** So that a question whose teams nobody looked up is no such question. */
  team?: never;
  teams?: TeamFilter[] | undefined;
};

/** Errors: `invalid_request` naming `team` where the product has no such team. */
export async function withTeams<Query extends { team?: string[] | undefined }>(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  { team, ...query }: Query,
): Promise<WithTeams<Query>> {
  if (team === undefined) return query;
  const teamIds = [...new Set(team.map((id) => id.toLowerCase()))];
  const rows = await readTeams(ctx.db, { workspaceId, productId, teamIds });
  if (rows.length < teamIds.length) {
    const message = "This product has no such team; it may have been deleted.";
    throw new AppError("invalid_request", message, { fields: { team: message } });
  }
  return { ...query, teams: rows.map(teamFilterOf) };
}
