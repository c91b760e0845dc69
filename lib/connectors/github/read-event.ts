import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import { eventSchema, type GithubEvent, type HistoryEntry } from "./event-types";

/** The events that are kept, of which there may be many more: comments, mentions, commits. */
export function isKeptEvent(event: unknown): boolean {
  const name = nameOf(event);
  return name !== null && Object.hasOwn(kindOf, name);
}

/** A kept event; null where it is another one, or not understood. */
export function readEvent(event: unknown): HistoryEntry | null {
  const name = nameOf(event);
  const read = name !== null && Object.hasOwn(kindOf, name) ? kindOf[name] : undefined;
  const parsed = eventSchema.safeParse(event);
  return read === undefined || !parsed.success ? null : read(parsed.data);
}

function nameOf(event: unknown): string | null {
  if (typeof event !== "object" || event === null) return null;
  const named = "event" in event ? event.event : "__typename" in event && event.__typename;
  return typeof named === "string" ? named : null;
}

type Reader = (event: GithubEvent) => HistoryEntry | null;

const closed: Reader = ({ createdAt: at, stateReason }) => {
  // GraphQL shouts: NOT_PLANNED.
  return { kind: "closed", at, reason: storableTextOrNull(stateReason)?.toLowerCase() ?? null };
};
const reopened: Reader = ({ createdAt: at }) => ({ kind: "reopened", at });
const labelling =
  (kind: "labelled" | "unlabelled"): Reader =>
  ({ createdAt: at, label }) => {
    if (!label) return null;
    const { name, id = null, color = null } = label;
    return { kind, at, label: { name: storableText(name), nodeId: id, color } };
  };
const retitled: Reader = ({ createdAt: at, previousTitle, currentTitle }) => {
  if (typeof previousTitle !== "string" || typeof currentTitle !== "string") return null;
  return {
    kind: "retitled",
    at,
    from: storableText(previousTitle),
    to: storableText(currentTitle),
  };
};
const milestoned: Reader = ({ createdAt: at, milestoneTitle }) => {
  return { kind: "milestoned", at, from: null, to: storableTextOrNull(milestoneTitle) };
};
const demilestoned: Reader = ({ createdAt: at, milestoneTitle }) => {
  return { kind: "milestoned", at, from: storableTextOrNull(milestoneTitle), to: null };
};
const transferred: Reader = ({ createdAt: at, fromRepository }) => {
  return { kind: "transferred", at, from: storableTextOrNull(fromRepository?.nameWithOwner) };
};
const assigned: Reader = ({ createdAt: at, assignee }) => {
  return { kind: "assigned", at, to: storableTextOrNull(assignee?.login) };
};
const typeAdded: Reader = ({ createdAt: at, issueType }) => {
  return { kind: "retyped", at, from: null, to: typeName(issueType) };
};
const typeChanged: Reader = ({ createdAt: at, issueType, prevIssueType }) => {
  return { kind: "retyped", at, from: typeName(prevIssueType), to: typeName(issueType) };
};
/** GraphQL names the type that was taken away `issueType`, REST `prev_issue_type`. */
const typeRemoved: Reader = ({ createdAt: at, issueType, prevIssueType }) => {
  return { kind: "retyped", at, from: typeName(prevIssueType ?? issueType), to: null };
};

function typeName(type: GithubEvent["issueType"]): string | undefined {
  return type ? storableText(type.name) : undefined;
}

/** By REST's `event` and by GraphQL's `__typename`. */
const kindOf: Record<string, Reader> = {
  closed,
  ClosedEvent: closed,
  reopened,
  ReopenedEvent: reopened,
  labeled: labelling("labelled"),
  LabeledEvent: labelling("labelled"),
  unlabeled: labelling("unlabelled"),
  UnlabeledEvent: labelling("unlabelled"),
  renamed: retitled,
  RenamedTitleEvent: retitled,
  milestoned,
  MilestonedEvent: milestoned,
  demilestoned,
  DemilestonedEvent: demilestoned,
  issue_type_added: typeAdded,
  IssueTypeAddedEvent: typeAdded,
  issue_type_changed: typeChanged,
  IssueTypeChangedEvent: typeChanged,
  issue_type_removed: typeRemoved,
  IssueTypeRemovedEvent: typeRemoved,
  transferred,
  TransferredEvent: transferred,
  assigned,
  AssignedEvent: assigned,
};
