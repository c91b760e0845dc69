import type { ItemReference, RawRecord } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import { proveUnchanged } from "./access";
import { issuePlaceSchema, type JiraIssueRecord } from "./api-types";
import { issueFields } from "./issue-fields";
import { scopeJql } from "./jql";
import type { Asking } from "./request";
import type { JiraSession } from "./session";
import { toRecords } from "./to-records";

/**
 * One issue by its id, which survives a move; null where it is gone or has moved out of the scope.
 * A place that became unreadable answers like one where nothing is: that rejects.
 */
export async function findIssue(
  session: JiraSession,
  { externalId }: ItemReference,
  signal: AbortSignal,
): Promise<RawRecord | null> {
  const asking = { signal, patient: true };
  const issue = await issueOrNull(session, externalId, asking);
  if (issue !== null && issue.id === externalId && (await isInScope(session, issue, asking))) {
    const [record = null] = await toRecords(session, [issue], asking);
    return record;
  }
  await proveUnchanged(session, asking);
  return null;
}

async function issueOrNull(
  session: JiraSession,
  id: string,
  asking: Asking,
): Promise<JiraIssueRecord | null> {
  const fields = issueFields(await session.customFields(asking));
  const { deployment } = await session.site(asking);
  try {
    return await session.client.getIssue(deployment, id, fields, asking);
  } catch (error) {
    if (error instanceof UpstreamError && error.reason === "not_found") return null;
    throw error;
  }
}

/** Asked by the query itself, for an issue that is there: one that is not would be an error of it. */
async function isInScope(
  session: JiraSession,
  issue: JiraIssueRecord,
  asking: Asking,
): Promise<boolean> {
  const { client, scope } = session;
  if ("project" in scope) {
    const project = await client.getProject(scope.project, asking);
    const place = issuePlaceSchema.safeParse(issue);
    return place.success && place.data.fields.project.id === project.id;
  }
  const { deployment } = await session.site(asking);
  const jql = `${scopeJql(scope)} AND id = ${issue.id}`;
  const search = { jql, fields: ["id"], limit: 1, after: null };
  const { issues } = await client.search(deployment, search, asking);
  return issues.some(({ id }) => id === issue.id);
}
