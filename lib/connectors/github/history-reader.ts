import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import type { GithubClient } from "./client";
import { NoGraphqlError, queryHistories } from "./graphql-histories";
import { issuesPerQuery } from "./history-query";
import { mostAtOnce, overAll } from "./over-all";
import type { Asking } from "./request";
import { createTimelineReader } from "./timeline-reader";

/** The kept events by the record's id; null for a record whose history cannot be afforded or read. */
export type HistoryReader = (
  issues: GithubIssueRecord[],
  asking: Asking,
) => Promise<Map<number, unknown[] | null>>;

/** With fewer requests an hour, one request an issue would take days: github.com without a token. */
const fewestRequestsPerHour = 1000;

/**
 * Reads histories the cheapest way the server offers: GraphQL, which needs a token and takes fifty
 * issues at once; else REST's timelines one by one; else not at all.
 */
export function createHistoryReader(client: GithubClient, hasCredential: boolean): HistoryReader {
  const readTimeline = createTimelineReader(client);
  let mayQuery = hasCredential;

  const query = async (issues: GithubIssueRecord[], asking: Asking) => {
    const found = new Map<number, unknown[]>();
    const byNodeId = new Map(issues.flatMap((issue) => nodeIdOf(issue)));
    for (const ids of chunks([...byNodeId.keys()], issuesPerQuery)) {
      const histories = mayQuery ? await attempt(() => queryHistories(client, ids, asking)) : null;
      if (histories === null) mayQuery = false;
      for (const [nodeId, events] of histories ?? []) {
        const id = byNodeId.get(nodeId);
        if (id !== undefined) found.set(id, events);
      }
    }
    return found;
  };

  return async (issues, asking) => {
    const found: Map<number, unknown[] | null> = await query(issues, asking);
    const rest = issues.filter(({ id }) => !found.has(id));
    const { requestsPerHour } = client.told();
    const isAffordable = requestsPerHour === null || requestsPerHour >= fewestRequestsPerHour;
    const events = await overAll(rest, mostAtOnce, (issue) =>
      isAffordable ? readTimeline(issue, asking) : null,
    );
    for (const [index, { id }] of rest.entries()) found.set(id, events[index] ?? null);
    return found;
  };
}

function nodeIdOf({ id, node_id }: GithubIssueRecord): [string, number][] {
  return typeof node_id === "string" ? [[node_id, id]] : [];
}

/** Null where the server cannot be asked this way; REST then tells what is really the matter. */
async function attempt<T>(query: () => Promise<T>): Promise<T | null> {
  try {
    return await query();
  } catch (error) {
    if (error instanceof NoGraphqlError) return null;
    const isRefusal =
      error instanceof UpstreamError && error.reason !== "rate_limited" && isOfClient(error.status);
    if (isRefusal) return null;
    throw error;
  }
}

function isOfClient(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
