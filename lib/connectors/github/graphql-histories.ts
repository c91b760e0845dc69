import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import type { GithubClient } from "./client";
import { historyQuery } from "./history-query";
import { isKeptEvent } from "./read-event";
import type { Asking } from "./request";

const nodeSchema = z.object({
  id: z.string(),
  timelineItems: z.object({
    nodes: z.array(z.unknown()).nullish(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
type HistoryNode = z.infer<typeof nodeSchema>;

const answerSchema = z.object({ data: z.object({ nodes: z.array(z.unknown()) }) });

/** A server that has no GraphQL API which can be asked for histories with this credential. */
export class NoGraphqlError extends Error {}

/** Kept events by the node id; what is not there could not be read this way. */
export type Histories = Map<string, unknown[]>;

/**
 * The histories of up to 50 issues in one request, and one more per hundred events of a long one.
 * A server that does not get through so many at once is asked for half of them.
 */
export async function queryHistories(
  client: GithubClient,
  ids: string[],
  asking: Asking,
): Promise<Histories> {
  try {
    const nodes = await query(client, { ids, after: null }, asking);
    const histories: Histories = new Map();
    for (const node of nodes) {
      const events = await wholeHistory(client, node, asking);
      if (events !== null) histories.set(node.id, events);
    }
    return histories;
  } catch (error) {
    const isTooMuch = error instanceof UpstreamError && (error.status ?? 0) >= 500;
    if (!isTooMuch || ids.length < 2) throw error;
    const middle = Math.ceil(ids.length / 2);
    const first = await queryHistories(client, ids.slice(0, middle), asking);
    return new Map([...first, ...(await queryHistories(client, ids.slice(middle), asking))]);
  }
}

async function wholeHistory(
  client: GithubClient,
  first: HistoryNode,
  asking: Asking,
): Promise<unknown[] | null> {
  const events = (first.timelineItems.nodes ?? []).filter(isKeptEvent);
  let { pageInfo } = first.timelineItems;
  while (pageInfo.hasNextPage && pageInfo.endCursor) {
    const after = pageInfo.endCursor;
    const [node] = await query(client, { ids: [first.id], after }, asking);
    if (node === undefined) return null;
    events.push(...(node.timelineItems.nodes ?? []).filter(isKeptEvent));
    pageInfo = node.timelineItems.pageInfo;
    if (pageInfo.endCursor === after) throw endless();
  }
  return events;
}

async function query(
  client: GithubClient,
  variables: { ids: string[]; after: string | null },
  asking: Asking,
): Promise<HistoryNode[]> {
  const parsed = answerSchema.safeParse(await client.graphql(historyQuery, variables, asking));
  if (!parsed.success) throw new NoGraphqlError();
  return parsed.data.data.nodes.flatMap((node) => nodeSchema.safeParse(node).data ?? []);
}

function endless(): UpstreamError {
  const message = "The pages of an issue's history repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}
