import type { SyncMode } from "@/lib/domain/source";

/** Long enough for a tracker's clock to be off and for its index to lag behind. */
export const overlapMs = 10 * 60_000;

type KnownOfSource = {
  watermark: Date | null;
  lastSuccessAt: Date | null;
  reconciledAt: Date | null;
  fingerprint: string | null;
};

/**
 * Whether something noted at `at` may have escaped a walk begun at `startedAt`. A time to come was
 * noted while the clock ran ahead and says nothing, lest a source be read again and again.
 */
export function escapes(at: Date | null, startedAt: Date, now: Date): boolean {
  return at !== null && at >= startedAt && at <= now;
}

/**
 * Whether an unfinished walk serves a run. A full sync is not satisfied by an incremental walk, nor
 * by one that had read its last page before the sync was asked for; and no run by one whose first
 * pages were read with another token, or without a field that is wanted now.
 */
export function canResume(
  run: { mode: SyncMode; startedAt: Date },
  walk: { since: Date | null; startedAt: Date; walkedAt: Date | null },
  { rereadAfter, now }: { rereadAfter: Date | null; now: Date },
): boolean {
  if (escapes(rereadAfter, walk.startedAt, now)) return false;
  if (run.mode === "incremental") return true;
  return walk.since === null && (walk.walkedAt === null || walk.startedAt >= run.startedAt);
}

/**
 * From when a new walk reads; null reads everything: for a full sync, for the first, where no whole
 * one has ended since a person changed what is read, where something changed that `since` cannot see, and where the clock was set back, so that the
 * watermark may lie after edits that were never read.
 */
export function sinceOf(input: {
  mode: SyncMode;
  source: KnownOfSource;
  /** As the tracker has it now; null is not known. */
  fingerprint: string | null;
  now: Date;
}): Date | null {
  const { mode, source, fingerprint, now } = input;
  const { watermark, lastSuccessAt, reconciledAt } = source;
  if (mode === "full" || watermark === null || watermark > now) return null;
  if (reconciledAt === null) return null;
  if (lastSuccessAt !== null && lastSuccessAt > now) return null;
  const known = source.fingerprint !== null && fingerprint !== null;
  return known && source.fingerprint !== fingerprint ? null : watermark;
}

/** Where the next incremental walk begins: the start of this one, minus the overlap. */
export function watermarkAfter(walkStartedAt: Date): Date {
  return new Date(walkStartedAt.getTime() - overlapMs);
}
