import { UpstreamError } from "@/lib/errors";
import { notFound } from "./failure";
import type { Asking } from "./request";
import type { JiraSession } from "./session";

/**
 * Proves, after a list came to its end, that it did: Jira answers a stranger, and an account that
 * lost its rights, with empty lists. Rejects with what was lost.
 */
export async function proveAccess(session: JiraSession, asking: Asking): Promise<void> {
  const { client, scope, siteUrl } = session;
  if (!("project" in scope)) await client.getMyself(asking);
  else if (!(await client.mayBrowse(scope.project, asking))) {
    throw new UpstreamError("forbidden", notFound({ siteUrl, scope }));
  }
}

/**
 * The same for a long walk, whose token may have ended anywhere in it. Rejects with `cursor_expired`
 * where the account's time zone changed meanwhile: the instants of the walk meant something else.
 */
export async function proveUnchanged(session: JiraSession, asking: Asking): Promise<void> {
  const before = await session.myself(asking);
  const after = await session.client.getMyself(asking);
  if ("project" in session.scope) await proveAccess(session, asking);
  if (before.timeZone === after.timeZone) return;
  throw new UpstreamError(
    "cursor_expired",
    "The time zone of the account changed during the walk. It has to begin again.",
  );
}
