import { createGuardedFetch } from "@/lib/connectors/http";
import { createJiraConnector, type JiraConnectorOptions } from "@/lib/connectors/jira/connector";
import { createJiraStandIn, type JiraStandIn } from "../../upstream/jira-stand-in.mjs";
import { plainIssue } from "../../upstream/jira-store.mjs";
import type {
  JiraStandInIssue,
  JiraStandInOptions,
  JiraStandInSite,
} from "../../upstream/jira-types";
import { closing } from "./connector-harness";

export const modes = ["cloud", "data_center"] as const;
export type Mode = (typeof modes)[number];

const number = "com.atlassian.jira.plugin.system.customfieldtypes:float";

/** A small site: one project PAY with the given issues, and an empty one OPS. */
export function siteOf(issues: JiraStandInIssue[]): JiraStandInSite {
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
      {
        id: "customfield_10014",
        name: "Epic Link",
        type: "any",
        custom: "com.pyxis.greenhopper.jira:gh-epic-link",
      },
      {
        id: "customfield_10020",
        name: "Sprint",
        type: "array",
        custom: "com.pyxis.greenhopper.jira:gh-sprint",
      },
      { id: "customfield_10016", name: "Story Points", type: "number", custom: number },
      { id: "customfield_10028", name: "Story points", type: "number", custom: number },
      { id: "customfield_10099", name: "Effort", type: "number", custom: number },
    ],
  };
}

/** `count` open tasks PAY-1 …, one every `everyMinutes` minutes; their ids are 20001 …. */
export function plainIssues(count: number, everyMinutes = 24 * 60): JiraStandInIssue[] {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1) + index * everyMinutes * 60_000);
    return plainIssue({ id: 20_001 + index, key: `PAY-${index + 1}`, at });
  });
}

/** A started stand-in; without a site, one with 250 plain issues: three pages. */
export async function startJira(
  mode: Mode,
  options: Partial<JiraStandInOptions> = {},
): Promise<JiraStandIn> {
  const site = siteOf(plainIssues(250));
  const standIn = closing(createJiraStandIn({ mode, site, ...options }));
  await standIn.start();
  return standIn;
}

type Connecting = Partial<Omit<JiraConnectorOptions, "io">> & {
  timeoutMs?: number;
  now?: () => Date;
};

/** The connector over the guarded network; `sleeps` collects what it slept instead of sleeping. */
export function connectJira(standIn: { url: string; host: string }, options: Connecting = {}) {
  const { timeoutMs = 2000, now = () => new Date(), ...rest } = options;
  const network = closing(createGuardedFetch({ allowedHosts: [standIn.host], timeoutMs }));
  const sleeps: number[] = [];
  const sleep = async (ms: number) => {
    sleeps.push(ms);
  };
  const connector = createJiraConnector({
    siteUrl: standIn.url,
    scope: { project: "PAY" },
    email: null,
    token: "personal-token",
    pointsField: null,
    retryBaseMs: 1,
    ...rest,
    io: { fetch: network.fetch, now, sleep },
  });
  return { connector, sleeps };
}

/** The numbers of plain issues. */
export function numbersOf(records: { externalId: string }[]): number[] {
  return records.map(({ externalId }) => Number(externalId) - 20_000);
}

/** The paths asked, without their queries. */
export function pathsOf(standIn: JiraStandIn): string[] {
  return standIn.requests.map(({ url }) => url.split("?")[0] ?? url);
}
