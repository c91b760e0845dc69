import type { Mapped } from "@/lib/connectors/connector";
import { effortDays, effortEvents } from "@/lib/domain/effort";
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
    sprints: [],
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
    ...historyOf(issue),
  };
}

function historyOf(issue: SampleIssue): Pick<WorkItem, "events" | "effortDays"> {
  const { created_at, closed_at, state_reason, assigned_at, assignee } = issue;
  const events: ItemEvent[] = [{ type: "opened", at: created_at, detail: null }];
  if (assigned_at) {
    events.push({ type: "assigned", at: assigned_at, detail: assignee?.login ?? null });
  }
  if (!closed_at) return { events, effortDays: null };
  events.push({ type: "closed", at: closed_at, detail: state_reason });
  const steps = assigned_at ? [{ at: assigned_at, inProgress: true }] : [];
  return {
    events: [...events, ...effortEvents(steps, events)],
    effortDays: effortDays(steps, closed_at),
  };
}
