import type { StageWithBound } from "@/db/queries/stages";
import type { Stage } from "@/lib/contracts/stages";

/** A stored stage in the contract's words. */
export function stageAnswer(row: StageWithBound): Stage {
  const { id, name, startsOn, endsOn, goals, suggestion, isBound, createdAt } = row;
  return {
    ...{ id, name, startsOn, endsOn, goals, suggestion },
    bound: isBound,
    createdAt: createdAt.toISOString(),
  };
}
