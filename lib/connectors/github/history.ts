import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import type { ItemEvent } from "@/lib/domain/work-item";
import type { GithubIssue } from "./api-types";
import type { HistoryEntry } from "./event-types";
import { labelEvents } from "./label-history";
import { passages } from "./passages";
import { readEvent } from "./read-event";
import { valueEvents } from "./value-history";

/** Events are written up to some seconds after the change that they tell of. */
const lateMs = 10_000;

/**
 * What happened to an issue, oldest first. The events were read after the issue: one of a change
 * that the issue does not show yet is left for the next sync, which reads both again.
 */
export function historyOf(issue: GithubIssue, events: unknown[]): ItemEvent[] {
  const latest = issue.updated_at.getTime() + lateMs;
  const entries = events
    .map(readEvent)
    .filter((entry) => entry !== null)
    .filter(({ at }) => at.getTime() <= latest)
    .sort((one, other) => +one.at - +other.at);
  return tidy([
    { type: "opened", at: issue.created_at, detail: null },
    ...passages(issue, entries),
    ...labelEvents(issue, entries),
    ...titles(issue, entries),
    ...milestones(issue, entries),
    ...types(issue, entries),
    ...transfers(entries),
  ]);
}

function titles(issue: GithubIssue, entries: HistoryEntry[]): ItemEvent[] {
  const changes = entries.filter((entry) => entry.kind === "retitled");
  return valueEvents("retitled", { issue, changes, now: storableText(issue.title) });
}

function milestones(issue: GithubIssue, entries: HistoryEntry[]): ItemEvent[] {
  const changes = entries.filter((entry) => entry.kind === "milestoned");
  const now = storableTextOrNull(issue.milestone?.title);
  return valueEvents("milestoned", { issue, changes, now });
}

function types(issue: GithubIssue, entries: HistoryEntry[]): ItemEvent[] {
  const changes = entries.filter((entry) => entry.kind === "retyped");
  return valueEvents("retyped", { issue, changes, now: storableTextOrNull(issue.type?.name) });
}

function transfers(entries: HistoryEntry[]): ItemEvent[] {
  return entries.flatMap((entry) =>
    entry.kind === "transferred"
      ? [{ type: "transferred" as const, at: entry.at, detail: entry.from }]
      : [],
  );
}

/** In order of time; of two of one type at one instant, the later entry stands. */
function tidy(events: ItemEvent[]): ItemEvent[] {
  const byPlace = new Map(events.map((event) => [`${+event.at} ${event.type}`, event]));
  return [...byPlace.values()].sort((one, other) => +one.at - +other.at);
}
