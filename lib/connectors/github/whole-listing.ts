import { listEndsEarly } from "@/lib/connectors/short-list";
import type { GithubIssueRecord } from "./api-types";
import type { GithubClient, IssuePage } from "./client";
import { withQuery } from "./links";
import type { Asking } from "./request";

export type ReadPage = (from: string) => Promise<IssuePage>;

type Reading = {
  /** Where the walk begins. */
  start: string;
  /** Whether that is a point which another walk had reached. */
  isResumed: boolean;
  /** Whether everything is listed, or what changed, which may be nothing. */
  isWhole: boolean;
  pageSize: number;
};

/**
 * Reads the pages of one walk and takes none for the last one only because it has no next: a lapse of
 * the server may send an empty list, or a full page without its link, and a walk that believed it
 * would call the copy whole. After such a page the newest record must have been there; where it was
 * not, the page is asked for once more.
 */
export function createWholeListing(
  client: Pick<GithubClient, "listIssues">,
  { start, isResumed, isWhole, pageSize }: Reading,
  asking: Asking,
): ReadPage {
  const latest = new Map<SortKey, number>();
  let longest = 0;
  const read: ReadPage = async (from) => {
    const page = await client.listIssues(from, asking);
    const key = keyOf(from);
    const times = page.records.flatMap((record) => timeOf(record, key) ?? []);
    latest.set(
      key,
      times.reduce((one, other) => Math.max(one, other), latest.get(key) ?? 0),
    );
    return page;
  };
  const isReached = (from: string, newest: GithubIssueRecord | null) => {
    if (newest === null) return longest === 0 && !isResumed;
    return (timeOf(newest, keyOf(from)) ?? 0) <= (latest.get(keyOf(from)) ?? 0);
  };
  return async (from) => {
    const page = await read(from);
    const { length } = page.records;
    const isOrdinary =
      length === 0 ? from === start && !isWhole && !isResumed : length < (longest || pageSize);
    longest = Math.max(longest, length);
    if (page.next !== null || isOrdinary) return page;
    const newest = await newestOf(client, from, asking);
    if (isReached(from, newest)) return page;
    // It may as well have come into being just now.
    const again = await read(from);
    if (again.next !== null || isReached(from, newest)) return again;
    throw listEndsEarly({ isNothingLeft: isResumed && longest === 0 });
  };
}

type SortKey = "created_at" | "updated_at";

function keyOf(listing: string): SortKey {
  return new URL(listing).searchParams.get("sort") === "updated" ? "updated_at" : "created_at";
}

/** Null where a record does not say it readably, which proves nothing. */
function timeOf(record: GithubIssueRecord, key: SortKey): number | null {
  const time = Date.parse(String(record[key]));
  return Number.isNaN(time) ? null : time;
}

/** The last record of the same listing, by its other end; null where there is none. */
async function newestOf(
  client: Pick<GithubClient, "listIssues">,
  listing: string,
  asking: Asking,
): Promise<GithubIssueRecord | null> {
  const end = { direction: "desc", per_page: "1", after: null, page: null };
  const [newest = null] = (await client.listIssues(withQuery(listing, end), asking)).records;
  return newest;
}
