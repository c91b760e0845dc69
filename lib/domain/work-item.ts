/** Open or closed upstream. Reopening makes it `open` again; the journal keeps the past. */
export const itemStates = ["open", "closed"] as const;
export type ItemState = (typeof itemStates)[number];

/** How the tracker says an item ended, in our words; the tracker's own word stands beside it. */
export const resolutions = ["completed", "not_planned", "duplicate"] as const;
export type Resolution = (typeof resolutions)[number];

export const itemEventTypes = ["opened", "closed", "reopened"] as const;
export type ItemEventType = (typeof itemEventTypes)[number];

/** One dated fact about an item, as the tracker tells it. */
export type ItemEvent = {
  type: ItemEventType;
  at: Date;
  /** The tracker's own word for what happened, such as a state reason. */
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
  labels: string[];
  milestone: string | null;
  author: string | null;
  assignee: string | null;
  assignees: string[];
  parentKey: string | null;
  /** Estimate in points; null is unestimated, 0 is an estimate of zero. */
  points: number | null;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  events: ItemEvent[];
};
