import type { ItemDetail } from "@/lib/contracts/items";
import { categoryWords } from "@/lib/domain/glossary";
import type { ItemEventType } from "@/lib/domain/work-item";
import { becauseWords } from "./because-words";

export type TimeLineEntry = { at: string; what: string; why: string | null };

/** Both journals of an item and what was contested about it as one time line, latest first. */
export function timeLine(item: ItemDetail): TimeLineEntry[] {
  const events = item.events.map(({ at, type, detail }) => ({
    at,
    what: eventWords[type],
    // A reason to close is the tracker's own word, `not_planned`; all else somebody has named.
    why: type === "closed" && detail ? detail.replaceAll("_", " ") : detail,
  }));
  const changes = item.classificationChanges.map((change) => ({
    at: change.at,
    what: changeWords(change),
    why: becauseWords({ ...change, resolution: item.resolution }),
  }));
  const disputes = item.disputes.flatMap(disputeEntries);
  return [...events, ...changes, ...disputes].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const eventWords: Record<ItemEventType, string> = {
  opened: "Opened",
  closed: "Closed",
  reopened: "Reopened",
  status: "Status set",
  retyped: "Type set",
  relabelled: "Labels set",
  resolved: "Resolution set",
  retitled: "Title set",
  milestoned: "Milestone set",
  transferred: "Transferred",
  assigned: "First assigned",
  effort: "Days in progress so far",
};

function disputeEntries({ reason, actor, at, settledAt, settledBy }: Dispute): TimeLineEntry[] {
  const contested = { at, what: `Contested by ${actor}`, why: reason };
  if (settledAt === null) return [contested];
  return [contested, { at: settledAt, what: `Settled by ${settledBy ?? "nobody"}`, why: null }];
}

type Dispute = ItemDetail["disputes"][number];
type Change = ItemDetail["classificationChanges"][number];

function changeWords({ fromCategory, toCategory }: Change): string {
  const to = categoryWords[toCategory ?? "unclassified"].name;
  if (fromCategory === null) return `Classified as ${to}`;
  if (fromCategory === toCategory) return `Still ${to}, for another reason`;
  return `Moved from ${categoryWords[fromCategory].name} to ${to}`;
}
