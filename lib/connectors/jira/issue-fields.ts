import type { CustomFields } from "./record";

const systemFields = [
  "summary",
  "description",
  "status",
  "issuetype",
  "project",
  "resolution",
  "resolutiondate",
  "created",
  "updated",
  "labels",
  "components",
  "fixVersions",
  "priority",
  "assignee",
  "reporter",
  "parent",
] as const;

/** The fields of an issue to ask for by name: Cloud gives only ids otherwise. */
export function issueFields(customFields: CustomFields): string[] {
  return [...systemFields, ...Object.keys(customFields)];
}
