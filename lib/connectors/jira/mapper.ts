import type { Mapped } from "@/lib/connectors/connector";
import { storableText, storableTextOrNull } from "@/lib/connectors/storable-text";
import type { WorkItem } from "@/lib/domain/work-item";
import { epicLinkType, epicNameType, sprintType } from "./custom-fields";
import { readHistory } from "./history";
import { issueSchema, type JiraIssue } from "./issue-schema";
import { plainText } from "./plain-text";
import { pointsOf } from "./points";
import { type CustomFields, type JiraRecord, jiraRecordSchema } from "./record";
import { type ResolutionTable, resolutionOfClosed } from "./resolution";
import { sprintsOf } from "./sprint";

export type JiraMapping = {
  /** Id or name of the field with the estimate; null takes the candidates where they agree. */
  pointsField: string | null;
  /** What the site's own resolutions mean, where the defaults do not know or say it wrongly. */
  resolutions: ResolutionTable;
};

/** One stored record of Jira → work item. Never throws: what is not understood says so. */
export function mapJiraIssue(payload: unknown, mapping: JiraMapping): Mapped {
  const record = jiraRecordSchema.safeParse(payload);
  if (!record.success) return { outcome: "refused", why: "the record: not one of Jira" };
  const parsed = issueSchema.safeParse(record.data.issue);
  if (parsed.success) {
    return { outcome: "item", item: toWorkItem(parsed.data, record.data, mapping) };
  }
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || "the record";
  return { outcome: "refused", why: `${field}: ${issue?.message ?? "not understood"}` };
}

function toWorkItem(issue: JiraIssue, record: JiraRecord, mapping: JiraMapping): WorkItem {
  const { fields } = issue;
  const { customFields } = record;
  return {
    externalId: issue.id,
    key: storableText(issue.key),
    number: numberOf(issue.key),
    url: `${record.webUrl}/browse/${encodeURIComponent(issue.key.toWellFormed())}`,
    title: storableText(fields.summary),
    body: storableTextOrNull(plainText(fields.description)),
    ...endingOf(issue, record, mapping),
    type: storableText(fields.issuetype.name),
    status: storableText(fields.status.name),
    priority: storableTextOrNull(fields.priority?.name),
    labels: (fields.labels ?? []).map(storableText),
    components: (fields.components ?? []).map(({ name }) => storableText(name)),
    ...sprintsOf(customValue(issue, customFields, sprintType)),
    milestone: storableTextOrNull(fields.fixVersions?.at(-1)?.name),
    author: storableTextOrNull(fields.reporter),
    assignee: storableTextOrNull(fields.assignee),
    assignees: fields.assignee ? [storableText(fields.assignee)] : [],
    parentKey: parentOf(issue, customFields),
    ...placeOf(issue, customFields),
    points: pointsOf(fields, customFields, mapping.pointsField),
    createdAt: fields.created,
    updatedAt: fields.updated,
  };
}

type Ending =
  | ("state" | "resolution" | "originalResolution")
  | ("closedAt" | "effortDays" | "events");

function endingOf(
  { fields }: JiraIssue,
  { histories, statusCategories }: JiraRecord,
  { resolutions }: JiraMapping,
): Pick<WorkItem, Ending> {
  const isDone = fields.status.statusCategory.key === "done";
  const resolution = fields.resolution?.name ?? null;
  const { closedAt, effortDays, events } = readHistory(histories, statusCategories, {
    createdAt: fields.created,
    updatedAt: fields.updated,
    resolvedAt: fields.resolutiondate ?? null,
    isDone,
  });
  return {
    state: isDone ? "closed" : "open",
    resolution: isDone
      ? resolutionOfClosed({ resolution, status: fields.status.name }, resolutions)
      : null,
    originalResolution: storableTextOrNull(resolution),
    closedAt,
    effortDays,
    events,
  };
}

/** Cloud tells the level of a type; on Data Center an epic is what has an epic's name. */
function placeOf(
  issue: JiraIssue,
  customFields: CustomFields,
): Pick<WorkItem, "isContainer" | "isSubtask"> {
  const { name, subtask, hierarchyLevel } = issue.fields.issuetype;
  const isSubtask = subtask === true || (hierarchyLevel ?? 0) < 0;
  const isNamedEpic = Boolean(customValue(issue, customFields, epicNameType));
  const isContainer =
    typeof hierarchyLevel === "number" ? hierarchyLevel > 0 : isNamedEpic || containers.test(name);
  return { isContainer: isContainer && !isSubtask, isSubtask };
}

const containers = /^(?:epic|initiative|theme|saga|capability|portfolio epic|legend)$/i;

/** `parent` is for sub-tasks everywhere and for epics on Cloud; older sites link epics by a field. */
function parentOf(issue: JiraIssue, customFields: CustomFields): string | null {
  const link = customValue(issue, customFields, epicLinkType);
  const key = issue.fields.parent?.key ?? link;
  return typeof key === "string" && key !== "" ? storableText(key) : null;
}

/** The value of the field of this type; a site may have several, of which one is filled. */
function customValue({ fields }: JiraIssue, customFields: CustomFields, type: string): unknown {
  const ids = Object.keys(customFields).filter((id) => customFields[id]?.type === type);
  return ids.map((id) => fields[id]).find((value) => value !== null && value !== undefined) ?? null;
}

/** The store's numbers are 32 bits wide. */
function numberOf(key: string): number | null {
  const number = Number(key.slice(key.lastIndexOf("-") + 1));
  return number <= 2_147_483_647 ? number : null;
}
