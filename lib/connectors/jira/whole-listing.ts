import { listEndsEarly } from "@/lib/connectors/short-list";
import { proveUnchanged } from "./access";
import type { JiraIssueRecord } from "./api-types";
import type { FoundPage } from "./client";
import { newestJql } from "./jql";
import type { Position } from "./position";
import { pageSize, readPage, type WalkPart } from "./read-page";
import { createdAt } from "./seen-records";

/** A page, and the position it was really read from. */
export type ReadPart = { page: FoundPage; position: Position };

/**
 * Reads the pages of one walk and takes none for the last one only because nothing goes on from it: a
 * lapse of the site may send an empty list, or a full page without its mark, and a walk that believed
 * it would call the copy whole. After such a page the newest issue must have been there; where it was
 * not, the page is asked for once more.
 */
export function createWholeListing(
  part: WalkPart,
  { isResumed }: { isResumed: boolean },
): (position: Position) => Promise<ReadPart> {
  let latest = 0;
  let longest = 0;
  const read = async (position: Position) => {
    const found = await readPage(part, position);
    for (const issue of found.page.issues) latest = Math.max(latest, createdAt(issue) ?? 0);
    return found;
  };
  const isReached = (newest: JiraIssueRecord | null, { issues }: FoundPage) => {
    if (newest === null) return longest === 0 && !isResumed;
    const at = createdAt(newest);
    // Imports leave many that were created in one instant: the last of them by key is the newest.
    return at === null || at < latest || issues.some(({ id }) => id === newest.id);
  };
  return async (position) => {
    const found = await read(position);
    const { length } = found.page.issues;
    const isOrdinary = length > 0 && length < (longest || pageSize);
    longest = Math.max(longest, length);
    if (found.page.next !== null || isOrdinary) return found;
    const newest = await newestOf(part);
    if (isReached(newest, found.page)) return found;
    // It may as well have been created just now.
    const again = await read(found.position);
    if (again.page.next !== null || isReached(newest, again.page)) return again;
    await proveUnchanged(part.session, part.asking);
    throw listEndsEarly({ isNothingLeft: isResumed && longest === 0 });
  };
}

/** What was created last of all that the walk is to read; null where there is nothing. */
async function newestOf({ session, since, asking }: WalkPart): Promise<JiraIssueRecord | null> {
  const { deployment } = await session.site(asking);
  const { timeZone = null } = await session.myself(asking);
  const jql = newestJql({ scope: session.scope, updatedFrom: since, timeZone });
  const search = { jql, fields: ["created"], limit: 1, after: null };
  const [newest = null] = (await session.client.search(deployment, search, asking)).issues;
  return newest;
}
