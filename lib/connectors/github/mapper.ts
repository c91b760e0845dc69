import type { Mapped } from "@/lib/connectors/connector";
import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import type { CountMode } from "@/lib/domain/source";
import type { ItemEvent, Resolution, WorkItem } from "@/lib/domain/work-item";
import { type GithubIssue, issueSchema } from "./api-types";

export type GithubMapping = { repository: { owner: string; name: string }; count: CountMode };

/** One record of GitHub's issue listing → work item. Never throws: what is not understood says so. */
export function mapGithubIssue(payload: unknown, mapping: GithubMapping): Mapped {
  if (mapping.count === "issues" && isPullRequest(payload)) {
    return { outcome: "ignored", why: "a pull request" };
  }
  const parsed = issueSchema.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") || "the record";
    return { outcome: "refused", why: `${field}: ${issue?.message ?? "not understood"}` };
  }
  return { outcome: "item", item: toWorkItem(parsed.data, mapping) };
}

/** GitHub marks a pull request in the listing by this key alone. */
function isPullRequest(payload: unknown): boolean {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "pull_request" in payload &&
    payload.pull_request !== null
  );
}

function toWorkItem(issue: GithubIssue, { repository }: GithubMapping): WorkItem {
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
    labels: issue.labels.filter((label) => label !== null).map(storableText),
    components: [],
    sprint: null,
    milestone: storableTextOrNull(issue.milestone?.title),
    ...peopleOf(issue),
    parentKey: null,
    isContainer: false,
    isSubtask: false,
    points: null,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt,
    events: eventsOf(issue, closedAt),
  };
}

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

function eventsOf(issue: GithubIssue, closedAt: Date | null): ItemEvent[] {
  const opened: ItemEvent = { type: "opened", at: issue.created_at, detail: null };
  if (closedAt === null) return [opened];
  return [opened, { type: "closed", at: closedAt, detail: storableTextOrNull(issue.state_reason) }];
}
