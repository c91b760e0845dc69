import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import { newestNumber } from "./check-repository";
import type { GithubClient } from "./client";
import { NoGraphqlError, queryHistories } from "./graphql-histories";
import { allowsHistories, mayReadSingly } from "./history-budget";
import { issuesPerQuery } from "./history-query";
import { mostAtOnce, overAll } from "./over-all";
import type { Asking } from "./request";
import { createTimelineReader } from "./timeline-reader";

/** The kept events by the record's id; null for a record whose history cannot be afforded or read. */
export type HistoryReader = (
  issues: GithubIssueRecord[],
  asking: Asking,
) => Promise<Map<number, unknown[] | null>>;

/**
 * Reads histories the cheapest way the server offers: GraphQL, which needs a token and takes fifty
 * issues at once; else REST's timelines one by one, where the repository is small enough for that;
 * else not at all.
 */
export function createHistoryReader(client: GithubClient, hasCredential: boolean): HistoryReader {
  const readTimeline = createTimelineReader(client);
  const isAffordable = createAffordability(client);
  let mayQuery = hasCredential;
  let hasAnswered = false;

  const query = async (issues: GithubIssueRecord[], asking: Asking) => {
    const found = new Map<number, unknown[]>();
    const byNodeId = new Map(issues.flatMap((issue) => nodeIdOf(issue)));
    for (const ids of chunks([...byNodeId.keys()], issuesPerQuery)) {
      if (!mayQuery) break;
      const histories = await queryHistories(client, ids, asking).catch((error: unknown) => {
        if (hasAnswered || !isNotOffered(error)) throw toUpstreamError(error);
        return null;
      });
      mayQuery = hasAnswered = histories !== null;
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
    const isWithin = rest.length > 0 && (await isAffordable(asking));
    const events = await overAll(rest, mostAtOnce, (issue) =>
      isWithin ? readTimeline(issue, asking) : null,
    );
    for (const [index, { id }] of rest.entries()) found.set(id, events[index] ?? null);
    return found;
  };
}

/** Decided once a run. Asking for the newest record also tells where the rights were lost meanwhile. */
function createAffordability(client: GithubClient): (asking: Asking) => Promise<boolean> {
  let decided: boolean | null = null;
  return async (asking) => {
    if (decided !== null || !allowsHistories(client.told())) return decided ?? false;
    const total = await newestNumber(client, asking);
    decided = mayReadSingly({ requestsPerHour: client.told().requestsPerHour, total });
    return decided;
  };
}

function nodeIdOf({ id, node_id }: GithubIssueRecord): [string, number][] {
  return typeof node_id === "string" ? [[node_id, id]] : [];
}

/** A server that cannot be asked this way; REST then tells what is really the matter. */
function isNotOffered(error: unknown): boolean {
  if (error instanceof NoGraphqlError) return true;
  return (
    error instanceof UpstreamError && error.reason !== "rate_limited" && isOfClient(error.status)
  );
}

/** What was answered before and is not any more would leave later histories out without a word. */
function toUpstreamError(error: unknown): unknown {
  if (!(error instanceof NoGraphqlError)) return error;
  const message = "GitHub's GraphQL API stopped answering as it did. Try again later.";
  return new UpstreamError("malformed", message, { cause: error });
}

function isOfClient(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
