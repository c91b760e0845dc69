import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import type { GithubClient } from "./client";
import { isKeptEvent } from "./read-event";
import type { Asking } from "./request";

/** One issue's kept events by REST; null from a server that has no timelines. */
export type TimelineReader = (
  issue: GithubIssueRecord,
  asking: Asking,
) => Promise<unknown[] | null>;

/** That so many issues were deleted right after they were listed is no chance. */
const mostAbsentInARow = 3;

export function createTimelineReader(client: GithubClient): TimelineReader {
  let hasTimelines = true;
  let absentInARow = 0;
  return async ({ number }, asking) => {
    if (!hasTimelines || typeof number !== "number") return null;
    try {
      const events = await wholeTimeline(client, number, asking);
      absentInARow = 0;
      return events;
    } catch (error) {
      const isAbsent = error instanceof UpstreamError && [404, 410].includes(error.status ?? 0);
      if (!isAbsent) throw error;
      absentInARow += 1;
      // A server may lack timelines, or even single issues, and still have lists of them.
      if (absentInARow >= mostAbsentInARow || (await isThere(client, number, asking))) {
        hasTimelines = false;
      }
      return hasTimelines ? [] : null;
    }
  };
}

/** A hundred thousand events: no issue has as many. */
const mostPages = 1000;

async function wholeTimeline(
  client: GithubClient,
  number: number,
  asking: Asking,
): Promise<unknown[]> {
  const events: unknown[] = [];
  const seen = new Set<string>();
  let from: { number: number } | { next: string } = { number };
  for (;;) {
    const page = await client.listTimeline(from, asking);
    events.push(...page.events.filter(isKeptEvent));
    if (page.next === null) return events;
    if (seen.has(page.next) || seen.size === mostPages) throw endless();
    seen.add(page.next);
    from = { next: page.next };
  }
}

/**
 * Whether the issue whose timeline is not there is: then the server has no timelines. One that was
 * deleted meanwhile is not; where the rights were lost, asking for the repository rejects.
 */
async function isThere(client: GithubClient, number: number, asking: Asking): Promise<boolean> {
  try {
    await client.getIssue(number, asking);
    return true;
  } catch (error) {
    const isAbsent = error instanceof UpstreamError && [404, 410].includes(error.status ?? 0);
    if (!isAbsent) throw error;
    await client.getRepository(asking);
    return false;
  }
}

function endless(): UpstreamError {
  const message = "The pages of a timeline repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}
