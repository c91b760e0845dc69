import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/**
 * @typedef {import("./jira-types.ts").JiraStandInSite} Site
 * @typedef {import("./jira-types.ts").JiraStandInIssue} Issue
 */

const entry = z.object({ id: z.union([z.string(), z.number()]), name: z.string() });
const metaSchema = z.object({
  projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  statuses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      statusCategory: z.object({ key: z.enum(["new", "indeterminate", "done"]) }),
    }),
  ),
  issuetypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean() })),
  resolutions: z.array(entry),
  priorities: z.array(entry),
  versions: z.array(entry),
  components: z.array(entry),
  sprints: z.array(entry.extend({ state: z.string() })),
});

/** One line of a recorded project: names are ids of meta.json. */
const recordedIssueSchema = z.object({
  id: z.string(),
  key: z.string(),
  type: z.string(),
  status: z.string(),
  resolution: z.string().nullable(),
  resolutiondate: z.string().nullable(),
  created: z.string(),
  updated: z.string(),
  summary: z.string(),
  description: z.string().nullable(),
  labels: z.array(z.string()),
  components: z.array(z.string()),
  fixVersions: z.array(z.string()),
  priority: z.string().nullable(),
  assignee: z.string().nullable(),
  reporter: z.string().nullable(),
  parent: z.string().nullable(),
  epic: z.string().nullable(),
  sprints: z.array(z.number()),
  sp: z.number().nullable(),
});

/** The custom fields that a recorded site is shown with. */
const recordedFields = [
  ["customfield_10001", "Epic Link", "any", "com.pyxis.greenhopper.jira:gh-epic-link"],
  ["customfield_10002", "Sprint", "array", "com.pyxis.greenhopper.jira:gh-sprint"],
  [
    "customfield_10003",
    "Story Points",
    "number",
    "com.atlassian.jira.plugin.system.customfieldtypes:float",
  ],
].map(([id = "", name = "", type = "", custom = ""]) => ({ id, name, type, custom }));

/**
 * A folder of recorded projects (`KEY.jsonl.gz` and meta.json) as a site for the stand-in.
 * @param {string} folder
 * @param {string[]} keys
 * @returns {Site}
 */
export function readRecordedSite(folder, keys) {
  const meta = metaSchema.parse(JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")));
  const projects = keys.map((key) => {
    const about = meta.projects.find((project) => project.key === key);
    const issues = readRecordedIssues(folder, key).map((record) => toIssue(record, meta));
    return { id: about?.id ?? key, key, name: about?.name ?? key, issues };
  });
  return {
    projects,
    statuses: meta.statuses.map(({ id, name, statusCategory }) => ({
      id,
      name,
      category: statusCategory.key,
    })),
    types: meta.issuetypes.map((type) => ({
      ...type,
      hierarchyLevel: type.subtask ? -1 : Number(type.name === "Epic"),
    })),
    fields: recordedFields,
  };
}

/** The keys of the projects recorded in a folder. @param {string} folder */
export function recordedKeys(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl.gz"));
  return names.map((name) => name.replace(".jsonl.gz", ""));
}

/** @param {string} folder @param {string} key */
function readRecordedIssues(folder, key) {
  const text = gunzipSync(readFileSync(join(folder, `${key}.jsonl.gz`))).toString("utf8");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => recordedIssueSchema.parse(JSON.parse(line)));
}

/**
 * @param {z.infer<typeof recordedIssueSchema>} record
 * @param {z.infer<typeof metaSchema>} meta
 * @returns {Issue}
 */
function toIssue(record, meta) {
  /** @param {{ id: string | number, name: string }[]} list @param {string | number | null} id */
  const name = (list, id) => list.find((one) => String(one.id) === String(id))?.name ?? null;
  const { sp, sprints, id, ...same } = record;
  return {
    ...same,
    id: Number(id),
    type: name(meta.issuetypes, record.type) ?? record.type,
    status: name(meta.statuses, record.status) ?? record.status,
    resolution: name(meta.resolutions, record.resolution),
    priority: name(meta.priorities, record.priority),
    components: record.components.map((one) => name(meta.components, one) ?? one),
    fixVersions: record.fixVersions.map((one) => name(meta.versions, one) ?? one),
    sprints: sprints.flatMap((one) => {
      const found = meta.sprints.find((sprint) => sprint.id === one);
      return found ? [{ id: one, name: found.name, state: found.state }] : [];
    }),
    custom: { customfield_10003: sp },
    histories: [],
  };
}
