import type { Side } from "./agreement";

/** The most meetings of a product, and the most decisions, or follow-ups, of one. */
export const mostMeetings = 1000;
export const mostEntries = 100;

/** What became of something that a meeting decided, as the next one says. */
export const outcomes = ["kept", "partly", "not_kept"] as const;
export type Outcome = (typeof outcomes)[number];

/** Something decided, and who sees to it. Ids are made where it is written. */
export type Decision = { id: string; text: string; owner: string };

/** Something to be done after the meeting; null is no day. */
export type FollowUp = Decision & { dueOn: string | null };

/** What people write during a meeting. */
export type Minutes = {
  /** Who is there, by side. */
  attendance: Record<Side, string>;
  notes: string;
  decisions: Decision[];
  followUps: FollowUp[];
  /** What became of what the meeting before decided, by its id. */
  kept: Record<string, { outcome: Outcome | null; remark: string }>;
};

export const noMinutes: Minutes = {
  attendance: { pm: "", engineering: "" },
  notes: "",
  decisions: [],
  followUps: [],
  kept: {},
};
