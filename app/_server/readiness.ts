/** Set by what starts and stops the process; a module of Next's may exist twice in it. */
const marks = globalThis as {
  __backlogBalanceBooted?: boolean;
  /** Set by the script that is told to stop, before it waits for what is under way. */
  __backlogBalanceStopping?: boolean;
};

export type Stage = "starting" | "ready" | "stopping";

export function stageOfProcess(): Stage {
  if (marks.__backlogBalanceStopping) return "stopping";
  return marks.__backlogBalanceBooted ? "ready" : "starting";
}

/** The database is migrated and the background work has begun. */
export function markBooted(): void {
  marks.__backlogBalanceBooted = true;
}

export function markStopping(): void {
  marks.__backlogBalanceStopping = true;
}
