import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import {
  eventPageSchema,
  type GithubIssueRecord,
  type GithubRepository,
  issuePageSchema,
  issueRecordSchema,
  namedPageSchema,
  repositorySchema,
} from "./api-types";
import { place } from "./failure";
import { refuseFailure } from "./graphql-failure";
import { graphqlUrl, nextListing, nextTimeline, readNextLink } from "./links";
import type { Answer, Asking, GithubConnection } from "./request";
import { createTellingAsk, type ServerTold } from "./server-told";

export type IssueQuery = {
  sort: "created" | "updated";
  direction: "asc" | "desc";
  perPage: number;
  since?: Date;
};

type Named = z.infer<typeof namedPageSchema>[number];
/** One page of a short list, by its number; null is "as its ETag says". */
export type NamedPage = { items: Named[]; etag: string | null; hasNext: boolean } | null;

/** One page of the listing; `next` is the URL to go on from, null on the last one. */
export type IssuePage = { records: GithubIssueRecord[]; next: string | null };

export type GithubClient = {
  getRepository(asking: Asking): Promise<GithubRepository>;
  getIssue(number: number, asking: Asking): Promise<GithubIssueRecord>;
  /** `from` is a query for a first page, or the `next` of the page before. */
  listIssues(from: IssueQuery | string, asking: Asking): Promise<IssuePage>;
  /** The URL of a listing's first page, which is a checkpoint like a `next` is. */
  listingUrl(query: IssueQuery): string;
  /** All that happened to one issue, oldest first, a page at a time. */
  listTimeline(
    from: { number: number } | { next: string },
    asking: Asking,
  ): Promise<{ events: unknown[]; next: string | null }>;
  listNamed(
    what: "labels" | "issue-types",
    page: { number: number; knownEtag: string | null },
    asking: Asking,
  ): Promise<NamedPage>;
  /** GraphQL's answer, with its errors in it, unless a limit or the server itself was at fault. */
  graphql(query: string, variables: object, asking: Asking): Promise<unknown>;
  /** What the last answer's headers told. */
  told(): ServerTold;
};

/** GitHub's API as far as it is needed here. Rejects with `UpstreamError` or the abort's reason. */
export function createGithubClient(connection: GithubConnection): GithubClient {
  const { apiUrl, repository } = connection;
  const { get, ask, told } = createTellingAsk(connection);
  const path = `/repos/${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.name)}`;
  const here = `${apiUrl}${path}`;
  const listingUrl = (query: IssueQuery) => `${here}/issues?${listingQuery(query)}`;
  return {
    told,
    listingUrl,
    getRepository: async (asking) =>
      parsed(repositorySchema, (await get({ url: here }, asking)).data, connection),
    getIssue: async (number, asking) => {
      const { data } = await get({ url: `${here}/issues/${number}` }, asking);
      return parsed(issueRecordSchema, data, connection);
    },
    listIssues: async (from, asking) => {
      const isCursor = typeof from === "string";
      const url = isCursor ? from : listingUrl(from);
      const { data, headers } = await get({ url, followsCursor: isCursor }, asking);
      const records = parsed(issuePageSchema, data, connection);
      return { records, next: nextListing(headers.link, apiUrl) };
    },
    listTimeline: async (from, asking) => {
      const url =
        "next" in from ? from.next : `${here}/issues/${from.number}/timeline?per_page=100`;
      const { data, headers } = await get({ url }, asking);
      const events = parsed(eventPageSchema, data, connection);
      return { events, next: nextTimeline(headers.link, apiUrl) };
    },
    listNamed: async (what, { number, knownEtag }, asking) => {
      const url = `${here}/${what}?per_page=100&page=${number}`;
      const answer = await ask({ url, knownEtag }, asking);
      if (answer === null) return null;
      const items = parsed(namedPageSchema, answer.data, connection);
      const { etag = null, link } = answer.headers;
      return { items, etag, hasNext: readNextLink(link) !== null };
    },
    graphql: async (query, variables, asking) => {
      const inspect = (answer: Answer) => refuseFailure(answer, connection);
      const body = { query, variables };
      const { data } = await get({ url: graphqlUrl(apiUrl), body, inspect }, asking);
      return data === undefined ? parsed(z.object({}), data, connection) : data;
    },
  };
}

/** In an order in which an edit during the walk takes no record to where the walk has been. */
function listingQuery({ sort, direction, perPage, since }: IssueQuery): URLSearchParams {
  const query = new URLSearchParams({ state: "all", sort, direction });
  query.set("per_page", String(perPage));
  // Whole seconds, rounded down: GitHub's own precision.
  if (since !== undefined) query.set("since", `${since.toISOString().slice(0, 19)}Z`);
  return query;
}

function parsed<T extends z.ZodType>(
  schema: T,
  data: unknown,
  connection: GithubConnection,
): z.output<T> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new UpstreamError(
    "malformed",
    `${place(connection)} sent an answer that is not what its API describes. ` +
      `Check that the API's address is right, or try again later.`,
    { cause: result.error },
  );
}
