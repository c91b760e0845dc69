import type { Mapped } from "@/lib/connectors/connector";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";
import { type SampleIssue, sampleIssueSchema } from "./api-types";

/** One generated record → work item; any other is refused with the field at fault. */
export function mapSampleIssue(payload: unknown): Mapped {
  const parsed = sampleIssueSchema.safeParse(payload);
  if (parsed.success) return { outcome: "item", item: toWorkItem(parsed.data) };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || "the record";
  return { outcome: "refused", why: `${field}: ${issue?.message ?? "not understood"}` };
}

function toWorkItem(issue: SampleIssue): WorkItem {
  const assignee = issue.assignee?.login ?? null;
  return {
    externalId: String(issue.id),
    key: `sample#${issue.number}`,
    number: issue.number,
    url: issue.html_url,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    resolution: issue.state_reason,
    originalResolution: issue.state_reason,
    type: issue.type?.name ?? null,
    status: null,
    priority: null,
    labels: issue.labels.map(({ name }) => name),
    components: [],
    sprint: null,
    milestone: issue.milestone?.title ?? null,
    author: issue.user.login,
    assignee,
    assignees: assignee === null ? [] : [assignee],
    parentKey: null,
    isContainer: false,
    isSubtask: false,
    points: null,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt: issue.closed_at,
    events: eventsOf(issue),
  };
}

function eventsOf({ created_at, closed_at, state_reason }: SampleIssue): ItemEvent[] {
  const opened: ItemEvent = { type: "opened", at: created_at, detail: null };
  return closed_at ? [opened, { type: "closed", at: closed_at, detail: state_reason }] : [opened];
}
