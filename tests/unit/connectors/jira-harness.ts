import { createGuardedFetch } from "@/lib/connectors/http";
import { createJiraConnector, type JiraConnectorOptions } from "@/lib/connectors/jira/connector";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import { createJiraStandIn, type JiraStandIn } from "../../upstream/jira-stand-in.mjs";
import type { JiraStandInOptions } from "../../upstream/jira-types";
import { closing } from "./connector-harness";

export const modes = ["cloud", "data_center"] as const;
export type Mode = (typeof modes)[number];

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
  const { timeoutMs = 60_000, now = () => new Date(), ...rest } = options;
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
