import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import { effortDays, effortEvents, type ProgressStep } from "@/lib/domain/effort";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";
import type { GithubIssue } from "./api-types";
import type { HistoryEntry } from "./event-types";
import { labelEvents } from "./label-history";
import { lateMs, passages } from "./passages";
import { readEvent } from "./read-event";
import { valueEvents } from "./value-history";

/**
 * What happened to an issue, oldest first. The events were read after the issue: one of a change
 * that the issue does not show yet is left for the next sync, which reads both again.
 */
export function historyOf(
  issue: GithubIssue,
  events: unknown[],
): Pick<WorkItem, "events" | "effortDays"> {
  const latest = issue.updated_at.getTime() + lateMs;
  const entries = events
    .map(readEvent)
    .filter((entry) => entry !== null)
    .filter(({ at }) => at.getTime() <= latest)
    .sort((one, other) => +one.at - +other.at);
  const turns = passages(issue, entries);
  const assignments = entries.filter((entry) => entry.kind === "assigned");
  const steps = progressOf(assignments.at(0)?.at ?? null, turns);
  const closedAt = issue.state === "closed" ? (issue.closed_at ?? null) : null;
  const told = tidy([
    { type: "opened", at: issue.created_at, detail: null },
    ...turns,
    ...assignments.slice(0, 1).map(({ at, to }) => ({ type: "assigned" as const, at, detail: to })),
    ...effortEvents(steps, turns),
    ...labelEvents(issue, entries),
    ...titles(issue, entries),
    ...milestones(issue, entries),
    ...types(issue, entries),
    ...transfers(entries),
  ]);
  return { events: told, effortDays: closedAt && effortDays(steps, closedAt) };
}

/** GitHub tells no status: an issue is in progress from its first assignment on while it is open. */
function progressOf(assignedAt: Date | null, turns: ItemEvent[]): ProgressStep[] {
  if (assignedAt === null) return [];
  const before = turns.filter(({ at }) => at <= assignedAt).at(-1);
  const after = turns.filter(({ at }) => at > assignedAt);
  return [
    { at: assignedAt, inProgress: before?.type !== "closed" },
    ...after.map(({ type, at }) => ({ at, inProgress: type === "reopened" })),
  ];
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
