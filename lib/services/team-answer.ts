import type { TeamRow } from "@/db/schema";
import { type Team, type TeamFilter, teamFilterSchema } from "@/lib/contracts/teams";

/** A stored team in the contract's words. */
export function teamAnswer(row: TeamRow): Team {
  const { id, name, createdAt } = row;
  return { id, name, filter: teamFilterOf(row), createdAt: createdAt.toISOString() };
}

/** Whose items a team's are. */
export function teamFilterOf({ filter }: TeamRow): TeamFilter {
  return teamFilterSchema.parse(filter);
}
