import { type JiraMapping, mapJiraIssue } from "@/lib/connectors/jira/mapper";
import type { WorkItem } from "@/lib/domain/work-item";

const float = "com.atlassian.jira.plugin.system.customfieldtypes:float";
const customFields = {
  customfield_1: { name: "Epic Link", type: "com.pyxis.greenhopper.jira:gh-epic-link" },
  customfield_2: { name: "Sprint", type: "com.pyxis.greenhopper.jira:gh-sprint" },
  customfield_3: { name: "Story Points", type: float },
  customfield_4: { name: "Story points", type: float },
  customfield_5: { name: "Epic Name", type: "com.pyxis.greenhopper.jira:gh-epic-label" },
  customfield_6: { name: "Effort", type: float },
};

export const done = { name: "Closed", statusCategory: { key: "done" } };
const statusCategories = { 1: "new", 3: "indeterminate", 5: "done", 6: "done" };

/** An open task in the shape that both APIs share, with what differs. */
export function payload(fields: Record<string, unknown> = {}, histories: unknown[] = []) {
  return {
    issue: {
      id: "10042",
      key: "PAY-7",
      fields: {
        summary: "Pay by bank transfer",
        description: "Please.",
        status: { id: "1", name: "Open", statusCategory: { key: "new" } },
        issuetype: { id: "1", name: "Task", subtask: false },
        resolution: null,
        resolutiondate: null,
        created: "2024-05-01T12:00:00.000+0200",
        updated: "2024-05-02T10:00:00.000+0000",
        labels: ["bank"],
        components: [{ name: "Checkout" }],
        fixVersions: [],
        priority: { name: "High" },
        assignee: { displayName: "Grace", name: "grace" },
        reporter: { name: "ada" },
        ...fields,
      },
    },
    histories,
    customFields,
    statusCategories,
    webUrl: "https://jira.example.com",
  };
}

export const plain: JiraMapping = { pointsField: null, resolutions: {} };

export function itemOf(
  fields: Record<string, unknown> = {},
  histories: unknown[] = [],
  mapping: Partial<JiraMapping> = {},
): WorkItem {
  const mapped = mapJiraIssue(payload(fields, histories), { ...plain, ...mapping });
  if (mapped.outcome === "item") return mapped.item;
  throw new Error(`${mapped.outcome}: ${mapped.why}`);
}

const names: Record<string, string> = { 1: "Open", 3: "In Progress", 5: "Resolved", 6: "Closed" };

/** One entry of a changelog: a status change, with what else changed at once. */
export function moved(created: unknown, from: string, to: string, ...more: object[]) {
  const item = { field: "status", from, fromString: names[from], to, toString: names[to] };
  return { id: "1", created, items: [item, ...more] };
}
