import { z } from "zod";
import { instantSchema } from "./api-types";

/** A label as an event names it: GraphQL by its id and present name, REST by its name back then. */
export type EventLabel = { name: string; nodeId: string | null; color: string | null };

/** One event in one shape, from whichever of GitHub's APIs. A type that is not told is undefined. */
export type HistoryEntry = { at: Date } & (
  | { kind: "closed"; reason: string | null }
  | { kind: "reopened" }
  | { kind: "labelled" | "unlabelled"; label: EventLabel }
  | { kind: "retitled"; from: string; to: string }
  | { kind: "milestoned"; from: string | null; to: string | null }
  | { kind: "retyped"; from: string | null | undefined; to: string | null | undefined }
  | { kind: "transferred"; from: string | null }
  | { kind: "assigned"; to: string | null }
);

const typeSchema = z.object({ name: z.string() });

/** Both APIs' fields under GraphQL's names. What one event has, others lack. */
export const eventSchema = z.preprocess(
  renamed,
  z.object({
    createdAt: instantSchema,
    stateReason: z.string().nullish(),
    label: z
      .object({ name: z.string(), id: z.string().nullish(), color: z.string().nullish() })
      .nullish(),
    previousTitle: z.string().nullish(),
    currentTitle: z.string().nullish(),
    milestoneTitle: z.string().nullish(),
    issueType: typeSchema.nullish(),
    prevIssueType: typeSchema.nullish(),
    fromRepository: z.object({ nameWithOwner: z.string() }).nullish(),
    assignee: z.object({ login: z.string().nullish() }).nullish(),
  }),
);
export type GithubEvent = z.infer<typeof eventSchema>;

/** A REST event's fields under the names that GraphQL has for them. */
function renamed(event: unknown): unknown {
  if (typeof event !== "object" || event === null || "__typename" in event) return event;
  const rest = restEventSchema.safeParse(event);
  if (!rest.success) return event;
  const { data } = rest;
  return {
    createdAt: data.created_at,
    stateReason: data.state_reason,
    label: data.label && { ...data.label, id: undefined },
    previousTitle: data.rename?.from,
    currentTitle: data.rename?.to,
    milestoneTitle: data.milestone?.title,
    issueType: data.issue_type,
    prevIssueType: data.prev_issue_type,
    assignee: data.assignee,
  };
}

const restEventSchema = z.object({
  event: z.string(),
  created_at: z.unknown().optional(),
  state_reason: z.unknown().optional(),
  label: z.object({ name: z.unknown().optional(), color: z.unknown().optional() }).nullish(),
  rename: z.object({ from: z.unknown().optional(), to: z.unknown().optional() }).nullish(),
  milestone: z.object({ title: z.unknown().optional() }).nullish(),
  issue_type: z.unknown().optional(),
  prev_issue_type: z.unknown().optional(),
  assignee: z.unknown().optional(),
});
