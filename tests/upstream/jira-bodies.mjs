import { jiraInstant } from "./jira-clock.mjs";

/**
 * @typedef {import("./jira-types.ts").JiraStandInSite} Site
 * @typedef {import("./jira-types.ts").JiraStandInIssue} Issue
 * @typedef {import("./jira-types.ts").JiraStandInProject} Project
 * @typedef {{ site: Site, base: string, isCloud: boolean, version: 2 | 3 }} Style
 */

/** As in the vendor's answers: the embedded changelog of Cloud stops here. */
const mostEmbedded = 100;

/**
 * An issue as the API shows it, with only the fields asked for.
 * @param {{ issue: Issue, project: Project }} row
 * @param {string[] | null} fields null: all of them; of none, the id alone is left
 * @param {boolean} withChangelog
 * @param {Style} style
 */
export function issueBody({ issue, project }, fields, withChangelog, style) {
  const self = `${style.base}/rest/api/${style.version}/issue/${issue.id}`;
  const all = allFields(issue, project, style);
  const asked = Object.entries(all).filter(([name]) => fields === null || fields.includes(name));
  if (fields !== null && asked.length === 0) return { id: String(issue.id) };
  return {
    expand: "operations,versionedRepresentations,editmeta,changelog,renderedFields",
    id: String(issue.id),
    self,
    key: issue.key,
    fields: Object.fromEntries(asked),
    ...(withChangelog ? { changelog: embeddedChangelog(issue, style) } : {}),
  };
}

/** @param {Issue} issue @param {Project} project @param {Style} style @returns {Record<string, unknown>} */
function allFields(issue, project, style) {
  const { site, base, isCloud } = style;
  const type = site.types.find(({ name }) => name === issue.type);
  const status = site.statuses.find(({ name }) => name === issue.status);
  const isSubtask = type?.subtask === true;
  const parent = isSubtask || isCloud ? (issue.parent ?? issue.epic) : null;
  const level = isCloud ? { hierarchyLevel: type?.hierarchyLevel ?? (isSubtask ? -1 : 0) } : {};
  return {
    summary: issue.summary,
    description: style.version === 3 ? asDocument(issue.description) : issue.description,
    status: {
      self: `${base}/rest/api/2/status/${status?.id}`,
      id: status?.id ?? "1",
      name: issue.status,
      statusCategory: { id: 1, key: status?.category ?? "new", name: "Category" },
    },
    issuetype: { id: type?.id ?? "1", name: issue.type, subtask: isSubtask, ...level },
    project: { id: project.id, key: project.key, name: project.name },
    resolution: issue.resolution === null ? null : { id: "1", name: issue.resolution },
    resolutiondate: issue.resolutiondate && jiraInstant(issue.resolutiondate),
    created: jiraInstant(issue.created),
    updated: jiraInstant(issue.updated),
    labels: issue.labels,
    components: issue.components.map((name) => ({ id: "1", name })),
    fixVersions: issue.fixVersions.map((name) => ({ id: "1", name })),
    priority: issue.priority === null ? null : { id: "3", name: issue.priority },
    assignee: person(issue.assignee, isCloud),
    reporter: person(issue.reporter, isCloud),
    ...(parent === null ? {} : { parent: { id: "1", key: parent } }),
    ...customFields(issue, style),
  };
}

/** @param {Issue} issue @param {Style} style @returns {Record<string, unknown>} */
function customFields(issue, { site, isCloud }) {
  return Object.fromEntries(
    site.fields.map(({ id, custom }) => {
      if (custom.endsWith(":gh-epic-link")) return [id, issue.epic];
      if (custom.endsWith(":gh-sprint")) return [id, sprints(issue, isCloud)];
      return [id, issue.custom[id] ?? null];
    }),
  );
}

/** @param {Issue} issue @param {boolean} isCloud */
function sprints(issue, isCloud) {
  if (issue.sprints.length === 0) return null;
  const none = "<null>";
  return issue.sprints.map(({ id, name, state, ...dates }) => {
    if (isCloud) return { id, name, state: state.toLowerCase(), boardId: 1, ...dates };
    const { startDate = none, endDate = none, completeDate = none } = dates;
    return `com.atlassian.greenhopper.service.sprint.Sprint@${id.toString(16)}[id=${id},rapidViewId=1,state=${state.toUpperCase()},name=${name},startDate=${startDate},endDate=${endDate},completeDate=${completeDate},sequence=${id},goal=]`;
  });
}

/** @param {string | null} name @param {boolean} isCloud */
function person(name, isCloud) {
  if (name === null) return null;
  const account = isCloud ? { accountId: `5b10${name}` } : { name: name.toLowerCase(), key: name };
  return { ...account, displayName: name, active: true };
}

/** @param {string | null} text */
function asDocument(text) {
  if (text === null) return null;
  const paragraph = (/** @type {string} */ line) => ({
    type: "paragraph",
    content: line === "" ? [] : [{ type: "text", text: line }],
  });
  return { type: "doc", version: 1, content: text.split("\n").map(paragraph) };
}

/** Newest first on Cloud, oldest first on Data Center. @param {Issue} issue @param {Style} style */
function embeddedChangelog(issue, style) {
  const all = issue.histories.map((entry) => historyBody(entry, style.isCloud));
  const histories = style.isCloud ? all.toReversed().slice(0, mostEmbedded) : all;
  return { startAt: 0, maxResults: histories.length, total: all.length, histories };
}

/**
 * Only Cloud names the fields by id. `created` may be replaced by the caller.
 * @param {import("./jira-types.ts").JiraStandInHistory} entry
 * @param {boolean} isCloud
 */
export function historyBody(entry, isCloud) {
  return {
    id: entry.id,
    author: person("Ada", isCloud),
    created: jiraInstant(entry.created),
    items: entry.items.map((item) => ({
      ...item,
      fieldtype: "jira",
      ...(isCloud ? { fieldId: item.field === "Key" ? "" : item.field } : {}),
    })),
  };
}
