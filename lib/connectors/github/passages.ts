import { storableTextOrNull } from "@/lib/connectors/storable-text";
import type { ItemEvent } from "@/lib/domain/work-item";
import type { GithubIssue } from "./api-types";
import type { HistoryEntry } from "./event-types";

type Passage = ItemEvent & { type: "closed" | "reopened" };

/** Events are written up to some seconds after the change that they tell of. */
export const lateMs = 10_000;

/**
 * Closings with their reason, and reopenings, so that the last of them agrees with the issue's
 * state. A commit and a person may both close an issue: the second closing changes nothing.
 */
export function passages(issue: GithubIssue, entries: HistoryEntry[]): ItemEvent[] {
  const told = withoutDetours(entries.flatMap(passageOf));
  const isClosed = issue.state === "closed";
  const all =
    (told.at(-1)?.type === "closed") === isClosed ? told : [...told, missing(issue, told)];
  const last = all.at(-1);
  if (!isClosed || last === undefined) return all;
  // The issue tells the reason it is closed for now, which may have been given later.
  const detail = storableTextOrNull(issue.state_reason) ?? last.detail;
  const closed = { ...last, at: closingOf(issue, last, all.at(-2)), detail };
  const again = issue.closed_at && closedAgain(closed, issue.closed_at);
  return again ? [...all.slice(0, -1), last, ...again] : [...all.slice(0, -1), closed];
}

/**
 * Where the issue was closed later than its events tell, it was reopened before: within that second,
 * or without an event. The order of the two is told by a millisecond, which trackers do not use.
 */
function closedAgain(closed: Passage, at: Date): Passage[] | null {
  const reopenedAt = new Date(+at - 1);
  if (reopenedAt <= closed.at) return null;
  return [
    { type: "reopened", at: reopenedAt, detail: null },
    { ...closed, at },
  ];
}

/** The last closing was when the issue says, of which its event is often written a second later. */
function closingOf({ closed_at }: GithubIssue, { at }: Passage, before?: Passage): Date {
  const isThat = closed_at && closed_at <= at && +at - +closed_at <= lateMs;
  return isThat && (before === undefined || closed_at > before.at) ? closed_at : at;
}

function passageOf(entry: HistoryEntry): Passage[] {
  if (entry.kind === "closed") return [{ type: "closed", at: entry.at, detail: entry.reason }];
  return entry.kind === "reopened" ? [{ type: "reopened", at: entry.at, detail: null }] : [];
}

/**
 * One passage a second at most, since the journal could not tell which came last: the last one, or
 * none where it leads back to the state before that second.
 */
function withoutDetours(told: Passage[]): Passage[] {
  const kept: Passage[] = [];
  let hasLeft = false;
  for (const [index, passage] of told.entries()) {
    const before = kept.at(-1)?.type ?? "reopened";
    hasLeft ||= passage.type !== before;
    if (+passage.at === Number(told[index + 1]?.at)) continue;
    if (passage.type !== before || !hasLeft) kept.push(passage);
    hasLeft = false;
  }
  return kept;
}

/** A passage without an event, as with issues that were imported: at the time the issue tells. */
function missing(issue: GithubIssue, told: Passage[]): Passage {
  const isClosed = issue.state === "closed";
  const at = (isClosed ? issue.closed_at : null) ?? issue.updated_at;
  const last = told.at(-1)?.at ?? at;
  return { type: isClosed ? "closed" : "reopened", at: at > last ? at : last, detail: null };
}
