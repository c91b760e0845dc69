import { storableText } from "@/lib/connectors/storable-text";
import type { ItemEvent } from "@/lib/domain/work-item";
import type { GithubIssue } from "./api-types";
import type { EventLabel, HistoryEntry } from "./event-types";

type LabelEntry = HistoryEntry & { kind: "labelled" | "unlabelled" };

/**
 * The labels an issue had from each instant on, one a line. A label that was renamed since goes by
 * the name it has now, where it can be told; one that is gone without an event went at the latest
 * by the issue's last update.
 */
export function labelEvents(issue: GithubIssue, entries: HistoryEntry[]): ItemEvent[] {
  const changes = entries.filter((entry): entry is LabelEntry => "label" in entry);
  if (changes.length === 0) return [];
  const present = presentLabels(issue);
  const nameNow = namesNow(present, changes);
  const named = changes.map((change) => ({ ...change, name: nameNow(change.label) }));
  const labels = initialLabels(named, present);
  const steps = [{ at: issue.created_at, labels: [...labels] }];
  for (const { at, kind, name } of named) {
    if (kind === "labelled") labels.add(name);
    else labels.delete(name);
    steps.push({ at, labels: [...labels] });
  }
  const now = present.map(({ name }) => name);
  if (textOf([...labels]) !== textOf(now)) steps.push({ at: latest(steps, issue), labels: now });
  return steps.map(({ at, labels }) => ({ type: "relabelled", at, detail: textOf(labels) }));
}

function textOf(labels: string[]): string | null {
  return labels.length === 0 ? null : labels.toSorted().join("\n");
}

function latest(steps: { at: Date }[], { updated_at }: GithubIssue): Date {
  const last = steps.at(-1)?.at ?? updated_at;
  return last > updated_at ? last : updated_at;
}

function presentLabels({ labels }: GithubIssue): EventLabel[] {
  return labels.flatMap(({ name, node_id, color }) =>
    typeof name === "string"
      ? [{ name: storableText(name), nodeId: node_id ?? null, color: color ?? null }]
      : [],
  );
}

/** Names are unique whatever their case; GraphQL's ids survive renaming. */
function isSame(one: EventLabel, other: EventLabel): boolean {
  if (one.nodeId !== null && other.nodeId !== null) return one.nodeId === other.nodeId;
  return one.name.toLowerCase() === other.name.toLowerCase();
}

/**
 * What a label of an event is called now. An event of REST keeps the old name: its label is then the
 * one of its colour on the issue that no event names.
 */
function namesNow(present: EventLabel[], changes: LabelEntry[]): (label: EventLabel) => string {
  const unnamed = present.filter((one) => !changes.some(({ label }) => isSame(label, one)));
  const lost = lostLabels(present, changes);
  return (label) => {
    const same = present.find((one) => isSame(label, one));
    if (same !== undefined) return same.name;
    const [renamed, ...others] = unnamed.filter((one) => isOfColour(one, label));
    const [gone, ...othersGone] = lost.filter((one) => isOfColour(one, label));
    const isSure = others.length === 0 && othersGone.length === 0 && gone && isSame(gone, label);
    return renamed !== undefined && isSure ? renamed.name : label.name;
  };
}

function isOfColour(one: EventLabel, other: EventLabel): boolean {
  return one.color !== null && one.color === other.color;
}

/** What the events leave on the issue and the issue does not show. */
function lostLabels(present: EventLabel[], changes: LabelEntry[]): EventLabel[] {
  const last = new Map(changes.map((change) => [change.label.name.toLowerCase(), change]));
  return [...last.values()]
    .filter(({ kind, label }) => kind === "labelled" && !present.some((one) => isSame(one, label)))
    .map(({ label }) => label);
}

/** Templates set labels at the creation without an event: those on it, or taken off, unmentioned. */
function initialLabels(
  changes: { kind: LabelEntry["kind"]; name: string }[],
  present: EventLabel[],
): Set<string> {
  const firstOf = new Map(changes.toReversed().map(({ name, kind }) => [name, kind]));
  const unmentioned = present.map(({ name }) => name).filter((name) => !firstOf.has(name));
  const takenOff = [...firstOf].filter(([, kind]) => kind === "unlabelled").map(([name]) => name);
  return new Set([...unmentioned, ...takenOff]);
}
