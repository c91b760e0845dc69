import type { SyncMode } from "@/lib/domain/source";

/** Long enough for a tracker's clock to be off and for its index to lag behind. */
export const overlapMs = 10 * 60_000;

export type UnfinishedWalk = { mode: SyncMode };
export type WalkPlan = { action: "resume" } | { action: "begin"; since: Date | null };

/**
 * Whether a run goes on with the unfinished walk or begins one, and from when. A full sync is never
 * satisfied by an unfinished incremental walk; the other way round it is.
 */
export function planWalk(input: {
  mode: SyncMode;
  unfinished: UnfinishedWalk | null;
  watermark: Date | null;
}): WalkPlan {
  const { mode, unfinished, watermark } = input;
  if (unfinished && (mode === "incremental" || unfinished.mode === "full")) {
    return { action: "resume" };
  }
  return { action: "begin", since: mode === "full" ? null : watermark };
}

/** Where the next incremental walk begins: the start of this one, minus the overlap. */
export function watermarkAfter(walkStartedAt: Date): Date {
  return new Date(walkStartedAt.getTime() - overlapMs);
}
