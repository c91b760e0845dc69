import { formatAgo, formatAmount, formatCount } from "@/components/ui/format";
import type { Run, Source } from "@/lib/contracts/sources";

/** A source's state in words. */
export function stateWords(source: Source): string {
  switch (source.state) {
    case "syncing":
      if (source.pausedUntil !== null) {
        return source.lastSuccessAt === null ? "First sync paused" : "Sync paused";
      }
      return source.lastSuccessAt === null ? "First sync running" : "Syncing";
    case "failed":
      return source.lastSuccessAt === null ? "First sync failed" : "Last sync failed";
    case "idle":
      return source.lastSuccessAt === null ? "Waiting for its first sync" : "Up to date";
    default:
      return source.state satisfies never;
  }
}

/** `1,200 of about 3,400 records read, about 2 minutes left`. */
export function progressWords({ progress }: Source, locale: string): string {
  const { total, secondsLeft } = progress;
  const fetched = formatAmount(progress.fetched, locale);
  if (total === undefined) return `${fetched} records read`;
  const read = `${fetched} of about ${formatAmount(Math.max(total, progress.fetched), locale)} records read`;
  return secondsLeft === undefined ? read : `${read}, ${leftWords(secondsLeft, locale)}`;
}

function leftWords(seconds: number, locale: string): string {
  if (seconds < 60) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${formatCount(minutes, "minute", locale)} left`;
  return `about ${formatCount(Math.round(minutes / 60), "hour", locale)} left`;
}

/** 0..100, or null where the end is not known. */
export function progressPercent({ progress }: Source): number | null {
  if (!progress.total) return null;
  return Math.min(100, Math.round((progress.fetched / progress.total) * 100));
}

/** What the last run did: read, changed, removed, refused. */
export function runWords(run: Run, locale: string): string {
  const parts = [
    `${formatAmount(run.fetched, locale)} read`,
    `${formatAmount(run.changed, locale)} changed`,
    `${formatAmount(run.removed, locale)} removed`,
  ];
  if (run.refused > 0) parts.push(`${formatAmount(run.refused, locale)} could not be stored`);
  return parts.join(", ");
}

/** What a failed run left in place. */
export function keptWords(source: Source, locale: string): string {
  if (source.itemCount === 0) return "Nothing was stored yet.";
  return `What was stored is kept: ${formatCount(source.itemCount, "item", locale)}.`;
}

/** How fresh the numbers are, over all sources of a product. `now` in milliseconds since 1970. */
export function freshnessWords(sources: Source[], now: number): string {
  if (sources.length === 0) return "No source connected";
  if (sources.some(isReading)) return "Syncing now";
  const stale = sources.find((source) => source.stale !== null);
  const oldest = sources
    .map((source) => source.lastSuccessAt)
    .sort(oldestFirst)
    .at(0);
  if (!oldest) return stale ? `Not synced yet: ${staleWords(stale)}` : "Not synced yet";
  const ago = formatAgo(oldest, now);
  return stale ? `Stale, last synced ${ago}: ${staleWords(stale)}` : `Synced ${ago}`;
}

function isReading({ state, pausedUntil, stale }: Source): boolean {
  return state === "syncing" && pausedUntil === null && stale === null;
}

/** The reason without its full stop: the sentence it stands in has one. */
function staleWords({ name, stale }: Source): string {
  return `${name}: ${(stale?.why ?? "").replace(/\.$/, "")}`;
}

function oldestFirst(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/** Why nothing is stored of the sources that a product has. */
export function emptyWords(sources: Source[]): string {
  const failed = sources.filter(({ state }) => state === "failed").map(({ name }) => name);
  if (failed.length > 0) return `The last sync failed: ${failed.join(", ")}.`;
  const [only] = sources;
  return sources.length === 1 && only
    ? `${only.name} was read, and has no items.`
    : "All sources were read, and have no items.";
}

/** Whether items of one of them are still to come for the first time. */
export function isArriving(sources: Source[]): boolean {
  return sources.some(({ state, lastSuccessAt }) => lastSuccessAt === null && state !== "failed");
}
