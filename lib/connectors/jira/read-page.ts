import { UpstreamError } from "@/lib/errors";
import type { JiraIssueRecord } from "./api-types";
import type { Continuation, FoundPage } from "./client";
import { walkJql } from "./jql";
import type { Position } from "./position";
import type { Asking } from "./request";
import type { SeenRecords } from "./seen-records";
import type { JiraSession } from "./session";

/** Also Cloud's most where fields are asked for. */
export const pageSize = 100;

export type WalkPart = {
  session: JiraSession;
  since: Date | null;
  fields: string[];
  seen: SeenRecords;
  asking: Asking;
};

/**
 * The page at a position, and the position it was really read from: where Cloud has forgotten the
 * token, or rows of Data Center moved because one was deleted, that is further back.
 */
export async function readPage(
  part: WalkPart,
  position: Position,
): Promise<{ page: FoundPage; position: Position }> {
  const { within } = position;
  if (within === null) return { page: await searchFrom(part, position, null), position };
  if ("startAt" in within) return readRows(part, position, within);
  try {
    return { page: await searchFrom(part, position, within), position };
  } catch (error) {
    const isForgotten = error instanceof UpstreamError && error.status === 400;
    if (!isForgotten) throw error;
    part.seen.restart();
    return readPage(part, { ...position, within: null });
  }
}

/** Reads from one row before, which must be the one it was: otherwise page by page further back. */
async function readRows(
  part: WalkPart,
  position: Position,
  within: { startAt: number; lastId: string },
): Promise<{ page: FoundPage; position: Position }> {
  for (let startAt = within.startAt - 1; startAt > 0; startAt -= pageSize) {
    const page = await searchFrom(part, position, { startAt });
    const [first] = page.issues;
    if (first && isKnown(first, within.lastId, part.seen)) return { page, position };
  }
  return { page: await searchFrom(part, position, null), position };
}

function isKnown({ id }: JiraIssueRecord, lastId: string, seen: SeenRecords): boolean {
  return id === lastId || seen.has(id);
}

async function searchFrom(
  { session, since, fields, asking }: WalkPart,
  { createdFrom }: Position,
  after: Continuation | null,
): Promise<FoundPage> {
  const { deployment } = await session.site(asking);
  const { timeZone = null } = await session.myself(asking);
  const jql = walkJql({
    scope: session.scope,
    createdFrom: createdFrom === null ? null : new Date(createdFrom),
    updatedFrom: since,
    timeZone,
  });
  return session.client.search(deployment, { jql, fields, limit: pageSize, after }, asking);
}
