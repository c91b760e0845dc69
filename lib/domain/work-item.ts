import type { Sprint } from "./sprint";

/** Open or closed upstream. Reopening makes it `open` again; the journal keeps the past. */
export const itemStates = ["open", "closed"] as const;
export type ItemState = (typeof itemStates)[number];

/** How the tracker says an item ended, in our words; the tracker's own word stands beside it. */
export const resolutions = ["completed", "not_planned", "duplicate"] as const;
export type Resolution = (typeof resolutions)[number];

/**
 * All but `opened`, `closed`, `reopened`, `transferred` and `assigned` (for the first time) tell the
 * value from then on in `detail`; where there is any of one type, there is one at the item's creation
 * with what it began with. Only `effort`, the days in progress when it was closed, begins with nothing.
 */
export const itemEventTypes = [
  "opened",
  "closed",
  "reopened",
  "status",
  "retyped",
  "relabelled",
  "resolved",
  "retitled",
  "milestoned",
  "transferred",
  "assigned",
  "effort",
] as const;
export type ItemEventType = (typeof itemEventTypes)[number];

/** One dated fact about an item, as the tracker tells it. */
export type ItemEvent = {
  type: ItemEventType;
  at: Date;
  /**
   * The tracker's own word for what happened, such as a state reason; null is none. GitHub's labels
   * stand one a line, since their names hold spaces.
   */
  detail: string | null;
};

/**
 * One issue (or pull request where a source counts them) in our words.
 * Pure function of its raw record: every field can be derived again without the network.
 * Texts hold no NUL and no lone surrogate, which Postgres cannot store; the raw record keeps them.
 */
export type WorkItem = {
  /** The tracker's stable id: survives renumbering and renaming. */
  externalId: string;
  /** What people call it: `owner/name#12`, `PAY-12`. */
  key: string;
  number: number | null;
  url: string;
  title: string;
  body: string | null;
  state: ItemState;
  resolution: Resolution | null;
  /** The tracker's own word for the resolution. */
  originalResolution: string | null;
  /** The tracker's own word for the type, such as `Bug` or `Task`. */
  type: string | null;
  /** The tracker's own word for where the item stands, such as `In Review`. */
  status: string | null;
  priority: string | null;
  labels: string[];
  components: string[];
  /** The sprint it is in, or was in last. */
  sprint: string | null;
  /** All it is or was in. */
  sprints: Sprint[];
  milestone: string | null;
  author: string | null;
  assignee: string | null;
  assignees: string[];
  parentKey: string | null;
  /** An epic or initiative: it holds work and is none itself. */
  isContainer: boolean;
  /** A part of the item that `parentKey` names. */
  isSubtask: boolean;
  /** Estimate in points; null is unestimated, 0 is an estimate of zero. */
  points: number | null;
  /** Days in progress until it was last closed; null while it is open, or where nothing tells. */
  effortDays: number | null;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  events: ItemEvent[];
};
