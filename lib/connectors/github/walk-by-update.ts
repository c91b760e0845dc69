import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import type { IssuePage } from "./client";
import { pageNumber, withQuery } from "./links";
import type { ReadPage } from "./whole-listing";

/** GitHub answers 422 past 10,000 rows of numbered pages. */
const mostPages = 100;
const mostStalePages = 3;

/** The first page of the same listing in the order of the last update, or that page itself. */
export function byUpdate(link: string): string {
  if (new URL(link).searchParams.get("sort") === "updated") return link;
  return withQuery(link, { sort: "updated", direction: "asc", page: null });
}

/**
 * Walks where pages have numbers: each page begins anew at the second in which the last one ended,
 * so that no row is past any limit. An edited record moves to the end and is met again there, a
 * deleted one moves nothing. Only within one crowded second do page numbers go on, each reading the
 * page before again, since what is edited meanwhile moves the others up.
 */
export async function* walkByUpdate(readPage: ReadPage, start: string): AsyncGenerator<IssuePage> {
  let seen = new Set<string>();
  let stalePages = 0;
  let from = start;
  for (;;) {
    const page = await readPage(from);
    const number = pageNumber(from) ?? 1;
    const before = number === 1 ? [] : await pageBefore(readPage, from, number);
    const records = [...before, ...page.records].filter((issue) => !seen.has(versionOf(issue)));
    const next = page.next === null ? null : nextWindow(from, number, page.records);
    stalePages = records.length === 0 ? stalePages + 1 : 0;
    if (stalePages >= mostStalePages) throw endless();
    yield { records, next };
    if (next === null) return;
    // Only what stands in the second the next page begins with can be met again unchanged.
    seen = new Set([...(pageNumber(next) === null ? [] : seen), ...page.records.map(versionOf)]);
    from = next;
  }
}

async function pageBefore(readPage: ReadPage, from: string, number: number) {
  return (await readPage(withQuery(from, { page: String(number - 1) }))).records;
}

function versionOf({ id, updated_at }: GithubIssueRecord): string {
  return `${id} ${updated_at}`;
}

/** From the second of the last row on; where the page ends in the second it began, its next page. */
function nextWindow(from: string, number: number, records: GithubIssueRecord[]): string {
  const updates = z
    .array(z.iso.datetime({ offset: true }))
    .min(1)
    .safeParse(records.map(({ updated_at }) => updated_at));
  const seconds = (updates.data ?? []).map((update) => Math.floor(Date.parse(update) / 1000));
  const last = seconds.at(-1);
  const isInOrder = seconds.every((second, index) => second >= (seconds[index - 1] ?? 0));
  if (last === undefined || !isInOrder) throw outOfOrder();
  const since = new URL(from).searchParams.get("since");
  if (since === null || last > Date.parse(since) / 1000) {
    const instant = new Date(last * 1000).toISOString().replace(".000Z", "Z");
    return withQuery(from, { since: instant, page: null });
  }
  if (number >= mostPages) throw tooCrowded();
  return withQuery(from, { page: String(number + 1) });
}

function endless(): UpstreamError {
  const message = "The pages of the issue list repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}

function outOfOrder(): UpstreamError {
  const message =
    "The issue list does not come in the order of its updates, so that issues could be missed. Try again later.";
  return new UpstreamError("malformed", message);
}

function tooCrowded(): UpstreamError {
  const message =
    "More than 10,000 issues were updated within one second, which this server does not list whole.";
  return new UpstreamError("malformed", message);
}
