import type { Mapped } from "@/lib/connectors/connector";
import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import type { CountMode } from "@/lib/domain/source";
import type { ItemEvent, Resolution, WorkItem } from "@/lib/domain/work-item";
import { type GithubIssue, issueSchema } from "./api-types";
import { historyOf } from "./history";
import { parentKeyOf } from "./parent-key";
import { isPullRequest, readRecord } from "./record";

export type GithubMapping = { repository: { owner: string; name: string }; count: CountMode };

/** One stored record of GitHub → work item. Never throws: what is not understood says so. */
export function mapGithubIssue(payload: unknown, mapping: GithubMapping): Mapped {
  const { issue, events } = readRecord(payload);
  if (mapping.count === "issues" && isPullRequest(issue)) {
    return { outcome: "ignored", why: "a pull request" };
  }
  const parsed = issueSchema.safeParse(issue);
  if (!parsed.success) {
    const [fault] = parsed.error.issues;
    const field = fault?.path.join(".") || "the record";
    return { outcome: "refused", why: `${field}: ${fault?.message ?? "not understood"}` };
  }
  return { outcome: "item", item: toWorkItem(parsed.data, events, mapping) };
}

function toWorkItem(
  issue: GithubIssue,
  events: unknown[] | null,
  { repository }: GithubMapping,
): WorkItem {
  const closedAt = issue.state === "closed" ? (issue.closed_at ?? null) : null;
  return {
    externalId: String(issue.id),
    key: `${repository.owner}/${repository.name}#${issue.number}`,
    number: issue.number,
    url: storableText(issue.html_url),
    title: storableText(issue.title),
    body: storableTextOrNull(issue.body),
    state: issue.state,
    resolution: resolutionOf(issue),
    originalResolution: storableTextOrNull(issue.state_reason),
    type: storableTextOrNull(issue.type?.name),
    status: null,
    priority: null,
    labels: issue.labels.flatMap(({ name }) => (name == null ? [] : [storableText(name)])),
    components: [],
    sprint: null,
    sprints: [],
    milestone: storableTextOrNull(issue.milestone?.title),
    ...peopleOf(issue),
    parentKey: parentKeyOf(issue, repository),
    isContainer: containerTypes.test(issue.type?.name ?? ""),
    isSubtask: false,
    points: null,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt,
    ...(events === null
      ? { events: eventsOf(issue, closedAt), effortDays: null }
      : historyOf(issue, events)),
  };
}

/** An issue with sub-issues is work like another, unless its type says that it only holds work. */
const containerTypes = /^(?:epic|initiative)$/i;

function peopleOf(issue: GithubIssue): Pick<WorkItem, "author" | "assignee" | "assignees"> {
  const assignees = (issue.assignees ?? []).map(({ login }) => storableText(login));
  // Newer API versions leave `assignee` out; it was always the first of `assignees`.
  const assignee =
    issue.assignee === undefined
      ? (assignees[0] ?? null)
      : storableTextOrNull(issue.assignee?.login);
  return { author: storableTextOrNull(issue.user?.login), assignee, assignees };
}

/** Records closed before 2022 have no reason: GitHub shows them as completed. */
function resolutionOf(issue: GithubIssue): Resolution | null {
  if (issue.state !== "closed") return null;
  if (issue.pull_request) return issue.pull_request.merged_at ? "completed" : "not_planned";
  switch (issue.state_reason ?? "completed") {
    case "completed":
      return "completed";
    case "not_planned":
      return "not_planned";
    case "duplicate":
      return "duplicate";
    default:
      return null;
  }
}

/** All that a record alone tells, where its history could not be read. */
function eventsOf(issue: GithubIssue, closedAt: Date | null): ItemEvent[] {
  const opened: ItemEvent = { type: "opened", at: issue.created_at, detail: null };
  if (closedAt === null) return [opened];
  return [opened, { type: "closed", at: closedAt, detail: storableTextOrNull(issue.state_reason) }];
}
