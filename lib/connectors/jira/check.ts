import type { SourceDescription } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import { isNamed, pointsCandidates } from "./custom-fields";
import { notFound, placeOf } from "./failure";
import { scopeJql } from "./jql";
import type { Asking } from "./request";
import type { JiraSession } from "./session";
import { askWhatItIs } from "./site";

const longestName = 120;

/**
 * Proves in this order that there is a Jira, that it knows whose token this is, and that the account
 * sees the place: an empty list alone would prove nothing, a stranger gets the same.
 */
export async function checkPlace(
  session: JiraSession,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const asking = { signal, patient: false };
  await askWhatItIs(session.client, session.siteUrl, asking);
  const { webUrl, deployment } = await session.site(asking);
  await session.myself(asking);
  const { scope, pointsField } = session;
  const fields = await session.client.listFields(asking);
  const lacksPointsField =
    pointsField !== null && !fields.some((field) => isNamed(field, pointsField));
  const pointsFields = pointsCandidates(fields);
  const more = { settings: { deployment }, pointsFields, lacksPointsField };
  if ("project" in scope) {
    return { ...(await checkProject(session, scope.project, webUrl, asking)), ...more };
  }
  if (!(await findsAnything(session, asking))) throw notThere(session);
  const query = new URLSearchParams({ jql: scope.jql });
  return { name: scope.jql.slice(0, longestName), url: `${webUrl}/issues/?${query}`, ...more };
}

/**
 * The same of a place that is stored, where a query may have come to find nothing: its issues are
 * looked up one by one, which tells something as long as the account may browse at all.
 */
export async function provePlace(session: JiraSession, signal: AbortSignal): Promise<void> {
  const { client, scope } = session;
  if ("project" in scope) return void (await checkPlace(session, signal));
  const asking = { signal, patient: false };
  await askWhatItIs(client, session.siteUrl, asking);
  await client.getMyself(asking);
  if (!(await client.mayBrowse(null, asking))) throw notThere(session);
}

async function checkProject(
  session: JiraSession,
  key: string,
  webUrl: string,
  asking: Asking,
): Promise<SourceDescription> {
  const project = await session.client.getProject(key, asking);
  const isEmpty = !(await findsAnything(session, asking));
  if (isEmpty && !(await session.client.mayBrowse(project.key, asking))) throw forbidden(session);
  const url = `${webUrl}/browse/${encodeURIComponent(project.key)}`;
  return { name: `${project.name} (${project.key})`, url };
}

async function findsAnything(session: JiraSession, asking: Asking): Promise<boolean> {
  const { deployment } = await session.site(asking);
  const search = { jql: scopeJql(session.scope), fields: ["id"], limit: 1, after: null };
  const { issues } = await session.client.search(deployment, search, asking);
  return issues.length > 0;
}

function notThere(session: JiraSession): UpstreamError {
  const { siteUrl, scope } = session;
  return new UpstreamError("not_found", notFound({ siteUrl, scope }));
}

function forbidden({ siteUrl }: JiraSession): UpstreamError {
  return new UpstreamError(
    "forbidden",
    `This token's account sees the project on ${placeOf({ siteUrl })}, but none of its issues. Give it the permission "Browse Projects".`,
  );
}
