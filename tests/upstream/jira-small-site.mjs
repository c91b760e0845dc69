import { plainIssue } from "./jira-store.mjs";

/**
 * @typedef {import("./jira-types.ts").JiraStandInIssue} Issue
 * @typedef {import("./jira-types.ts").JiraStandInSite} Site
 */

const number = "com.atlassian.jira.plugin.system.customfieldtypes:float";

/**
 * A small site: one project PAY with the given issues, and an empty one OPS. It has two fields of
 * one name for points, as real ones do.
 * @param {Issue[]} issues
 * @returns {Site}
 */
export function siteOf(issues) {
  return {
    projects: [
      { id: "10000", key: "PAY", name: "Payments", issues },
      { id: "10001", key: "OPS", name: "Operations", issues: [] },
    ],
    statuses: [
      { id: "1", name: "Open", category: "new" },
      { id: "3", name: "In Progress", category: "indeterminate" },
      { id: "5", name: "Resolved", category: "done" },
      { id: "6", name: "Closed", category: "done" },
    ],
    types: [
      { id: "1", name: "Bug", subtask: false },
      { id: "2", name: "Task", subtask: false },
      { id: "3", name: "Epic", subtask: false, hierarchyLevel: 1 },
      { id: "5", name: "Sub-task", subtask: true },
    ],
    fields: [
      field("customfield_10014", "Epic Link", "any", "com.pyxis.greenhopper.jira:gh-epic-link"),
      field("customfield_10020", "Sprint", "array", "com.pyxis.greenhopper.jira:gh-sprint"),
      field("customfield_10016", "Story Points", "number", number),
      field("customfield_10028", "Story points", "number", number),
      field("customfield_10099", "Effort", "number", number),
    ],
  };
}

/** @param {string} id @param {string} name @param {string} type @param {string} custom */
function field(id, name, type, custom) {
  return { id, name, type, custom };
}

/**
 * `count` open tasks PAY-1 …, one every `everyMinutes` minutes; their ids are 20001 ….
 * @param {number} count
 * @param {number} [everyMinutes]
 * @returns {Issue[]}
 */
export function plainIssues(count, everyMinutes = 24 * 60) {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1) + index * everyMinutes * 60_000);
    return plainIssue({ id: 20_001 + index, key: `PAY-${index + 1}`, at });
  });
}
