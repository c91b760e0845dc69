import { UpstreamError } from "@/lib/errors";
import { embeddedChangelogSchema, type JiraHistory, type JiraIssueRecord } from "./api-types";
import { keptHistories } from "./changelog-fields";
import type { JiraClient } from "./client";
import type { Deployment } from "./deployment";
import type { Asking } from "./request";

/** Far more than the changes of a page of issues need. */
const mostPages = 1000;

/**
 * The changelogs of a page of issues, by issue id. Data Center embeds them whole. Cloud embeds the
 * latest 100 entries at most, so they are asked for in bulk: one request a page, as a rule.
 */
export async function readHistories(
  client: JiraClient,
  deployment: Deployment,
  issues: JiraIssueRecord[],
  asking: Asking,
): Promise<Map<string, JiraHistory[]>> {
  if (deployment === "data_center") {
    return new Map(issues.map((issue) => [issue.id, embedded(issue)]));
  }
  const found = new Map<string, JiraHistory[]>(issues.map(({ id }) => [id, []]));
  const ids = issues.map(({ id }) => id);
  let token: string | null = null;
  for (let pages = 0; ids.length > 0 && (pages === 0 || token !== null); pages += 1) {
    if (pages >= mostPages) throw endless();
    const page: Awaited<ReturnType<JiraClient["bulkChangelogs"]>> = await client.bulkChangelogs(
      ids,
      token,
      asking,
    );
    // One issue's entries may be spread over several pages.
    for (const { issueId, histories } of page.logs) {
      found.get(issueId)?.push(...keptHistories(histories));
    }
    if (page.next !== null && page.next === token) throw endless();
    token = page.next;
  }
  return found;
}

function embedded({ changelog }: JiraIssueRecord): JiraHistory[] {
  const parsed = embeddedChangelogSchema.safeParse(changelog);
  if (parsed.success) return keptHistories(parsed.data.histories);
  throw new UpstreamError(
    "malformed",
    "Jira sent issues without their changelog. Try again later.",
  );
}

function endless(): UpstreamError {
  const message = "The pages of a changelog repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}
