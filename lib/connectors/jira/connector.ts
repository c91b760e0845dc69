import type { Connector, ConnectorIo } from "@/lib/connectors/connector";
import type { JiraScope } from "@/lib/domain/jira-scope";
import { UpstreamError } from "@/lib/errors";
import { checkPlace, provePlace } from "./check";
import { createJiraClient } from "./client";
import type { Deployment } from "./deployment";
import { findIssue } from "./find";
import { scopeJql } from "./jql";
import { mapJiraIssue } from "./mapper";
import type { ResolutionTable } from "./resolution";
import { createSession, type JiraSession } from "./session";
import { walkIssues } from "./walk";

export type JiraConnectorOptions = {
  /** The site's address, with a Data Center's context path, without a closing slash. */
  siteUrl: string;
  scope: JiraScope;
  /** With an e-mail address: basic authentication. Without: the token is a PAT or OAuth bearer. */
  email: string | null;
  token: string;
  /** Asked of the site where it is not known. */
  deployment?: Deployment;
  /** Id or name of the field with the estimate; null takes the candidates where they agree. */
  pointsField: string | null;
  /** What the site's own resolutions mean, over the defaults. */
  resolutions?: ResolutionTable;
  io: ConnectorIo;
  /** How long a request waits for a rate limit to end before the run fails with `rate_limited`. */
  maxRateLimitWaitMs?: number;
  retryBaseMs?: number;
};

/** One Jira project's issues, or what a JQL query finds, on Cloud or Data Center. */
export function createJiraConnector(options: JiraConnectorOptions): Connector {
  const { scope, pointsField, resolutions = {}, deployment = null } = options;
  const { maxRateLimitWaitMs = 90_000, retryBaseMs = 1000 } = options;
  const siteUrl = options.siteUrl.replace(/\/+$/, "");
  const client = createJiraClient({ ...options, siteUrl, maxRateLimitWaitMs, retryBaseMs });
  const session = createSession({ client, siteUrl, scope, deployment, pointsField });
  return {
    check: (signal) => checkPlace(session, signal),
    prove: (signal) => provePlace(session, signal),
    estimateTotal: (signal) => estimateTotal(session, signal),
    collect: (request) => walkIssues(session, request),
    find: (reference, signal) => findIssue(session, reference, signal),
    map: (payload) => mapJiraIssue(payload, { pointsField, resolutions }),
    mapping: `jira 5 ${JSON.stringify([pointsField, Object.entries(resolutions).sort()])}`,
  };
}

async function estimateTotal(session: JiraSession, signal: AbortSignal): Promise<number | null> {
  try {
    const asking = { signal, patient: false };
    const { deployment } = await session.site(asking);
    return await session.client.count(deployment, scopeJql(session.scope), asking);
  } catch (error) {
    // Only a progress bar waits for this; the walk itself meets the same trouble and reports it.
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}
