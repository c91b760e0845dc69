import type { CollectedPage, CollectRequest } from "@/lib/connectors/connector";
import { proveAccess, proveUnchanged } from "./access";
import type { FoundPage } from "./client";
import { issueFields } from "./issue-fields";
import { walkJql } from "./jql";
import { lowerBound } from "./local-time";
import { decodePosition, encodePosition, firstPosition, type Position } from "./position";
import type { WalkPart } from "./read-page";
import { createdAt, createSeenRecords } from "./seen-records";
import type { JiraSession } from "./session";
import { toRecords } from "./to-records";
import { createWholeListing } from "./whole-listing";

/**
 * All records of a scope, oldest first, a page at a time. Each page begins anew at the minute the
 * last one ended in, so that an edit moves nothing, a deletion skips nothing, and a position stays
 * good for ever; only within one crowded minute are the tracker's own page marks followed.
 */
export async function* walkIssues(
  session: JiraSession,
  { since, checkpoint, signal }: CollectRequest,
): AsyncGenerator<CollectedPage> {
  const asking = { signal, patient: true };
  let position = checkpoint === null ? firstPosition : decodePosition(checkpoint);
  if (since !== null && checkpoint === null && (await isUnchanged(session, since, signal))) {
    await proveAccess(session, asking);
    yield { records: [], next: null };
    return;
  }
  const fields = issueFields(await session.customFields(asking));
  const part: WalkPart = { session, since, fields, asking, seen: createSeenRecords() };
  const readPage = createWholeListing(part, { isResumed: checkpoint !== null });
  for (;;) {
    const read = await readPage(position);
    const from = read.position.createdFrom;
    const issues = part.seen.takeNew(read.page.issues, from === null ? null : new Date(from));
    const records = await toRecords(session, issues, asking);
    const next = await nextPosition(part, read.position, read.page);
    if (next === null) await proveUnchanged(session, asking);
    yield { records, next: next && encodePosition(next) };
    if (next === null) return;
    position = next;
  }
}

/** One request, for the ids alone: most incremental walks find nothing. */
async function isUnchanged(session: JiraSession, since: Date, signal: AbortSignal) {
  const asking = { signal, patient: true };
  const { deployment } = await session.site(asking);
  const { timeZone = null } = await session.myself(asking);
  const { scope } = session;
  const jql = walkJql({ scope, createdFrom: null, updatedFrom: since, timeZone });
  const search = { jql, fields: ["id"], limit: 1, after: null };
  const { issues } = await session.client.search(deployment, search, asking);
  return issues.length === 0;
}

async function nextPosition(
  { session, seen, asking }: WalkPart,
  position: Position,
  { issues, next }: FoundPage,
): Promise<Position | null> {
  if (next === null) return null;
  const last = issues.at(-1);
  const created = last === undefined ? null : createdAt(last);
  if (last !== undefined && created !== null) {
    const { timeZone = null } = await session.myself(asking);
    const { at } = lowerBound(new Date(created), timeZone);
    if (position.createdFrom === null || at > new Date(position.createdFrom)) {
      seen.moveOn(at);
      return { createdFrom: at.toISOString(), within: null };
    }
  }
  if ("token" in next) return { ...position, within: next };
  return { ...position, within: { startAt: next.startAt, lastId: last?.id ?? "" } };
}
