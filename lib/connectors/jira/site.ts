import { isJiraCloud } from "@/lib/domain/jira-site";
import { UpstreamError } from "@/lib/errors";
import type { JiraClient } from "./client";
import type { Deployment } from "./deployment";
import { placeOf } from "./failure";
import type { Asking } from "./request";

/** What kind of Jira it is, and where people look at its issues. */
export type JiraSite = { deployment: Deployment; webUrl: string };

/** OAuth tokens and scoped API tokens go through here; nobody looks at issues under this address. */
const gateway = "api.atlassian.com";

/** Asks only where neither the source nor the address says it. Rejects with `malformed` for no Jira. */
export async function detectSite(
  client: JiraClient,
  known: { siteUrl: string; deployment: Deployment | null },
  asking: Asking,
): Promise<JiraSite> {
  const { siteUrl } = known;
  const deployment = known.deployment ?? (isJiraCloud(siteUrl) ? "cloud" : null);
  const isGateway = new URL(siteUrl).host === gateway;
  if (deployment !== null && !isGateway) return { deployment, webUrl: siteUrl };
  const info = await askWhatItIs(client, siteUrl, asking);
  return {
    deployment: info.deploymentType === "Cloud" ? "cloud" : "data_center",
    webUrl: isGateway ? (info.baseUrl ?? siteUrl).replace(/\/+$/, "") : siteUrl,
  };
}

/** The site's own word on what it is; a place without that page is no Jira. */
export async function askWhatItIs(client: JiraClient, siteUrl: string, asking: Asking) {
  try {
    return await client.getServerInfo(asking);
  } catch (error) {
    const isElsewhere =
      error instanceof UpstreamError && ["not_found", "gone"].includes(error.reason);
    if (!isElsewhere) throw error;
    const message = `There is no Jira at ${placeOf({ siteUrl })}${new URL(siteUrl).pathname}. Give the address its pages begin with.`;
    throw new UpstreamError("malformed", message, { cause: error });
  }
}
