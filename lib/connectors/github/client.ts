import type { z } from "zod";
import type { ConnectorIo } from "@/lib/connectors/connector";
import { waitForRateLimit } from "@/lib/connectors/rate-limit-wait";
import { UpstreamError } from "@/lib/errors";
import { abortable } from "./abortable";
import {
  type GithubIssueRecord,
  type GithubRepository,
  issuePageSchema,
  issueRecordSchema,
  repositorySchema,
} from "./api-types";
import { type FailureContext, place, toGithubFailure } from "./failure";
import { nextListing } from "./links";
import { createOctokit } from "./octokit";

export type GithubClientOptions = {
  repository: { owner: string; name: string };
  /** Without a closing slash. */
  apiUrl: string;
  token: string | null;
  io: ConnectorIo;
  /** Server errors are asked again after 1, 4 and 9 times this long. */
  retryBaseMs: number;
  /** The longest time one request waits for a rate limit to end before it gives up. */
  maxRateLimitWaitMs: number;
};

/** How to ask: `patient` retries and waits, otherwise the first answer counts. */
export type Asking = { signal: AbortSignal; patient: boolean };

export type IssueQuery = { direction: "asc" | "desc"; perPage: number; since?: Date };

export type GithubClient = {
  getRepository(asking: Asking): Promise<GithubRepository>;
  getIssue(number: number, asking: Asking): Promise<GithubIssueRecord>;
  /** `from` is a query for a first page, or the `next` of the page before. */
  listIssues(
    from: IssueQuery | string,
    asking: Asking,
  ): Promise<{ records: GithubIssueRecord[]; next: string | null }>;
};

const headers = {
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
};

/** GitHub's REST API as far as it is needed here. Rejects with `UpstreamError` or the abort's reason. */
export function createGithubClient(options: GithubClientOptions): GithubClient {
  const ask = createAsk(options);
  const { owner, name } = options.repository;
  const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  return {
    getRepository: async (asking) => {
      const answer = await ask(`${options.apiUrl}${path}`, false, asking);
      return parsed(repositorySchema, answer.data, options);
    },
    getIssue: async (number, asking) => {
      const answer = await ask(`${options.apiUrl}${path}/issues/${number}`, false, asking);
      return parsed(issueRecordSchema, answer.data, options);
    },
    listIssues: async (from, asking) => {
      const isCursor = typeof from === "string";
      const url = isCursor ? from : `${options.apiUrl}${path}/issues?${listingQuery(from)}`;
      const answer = await ask(url, isCursor, asking);
      const records = parsed(issuePageSchema, answer.data, options);
      return { records, next: nextListing(answer.headers.link, options.apiUrl) };
    },
  };
}

/** Ordered by creation: an edit during the walk moves no record to another place. */
function listingQuery({ direction, perPage, since }: IssueQuery): URLSearchParams {
  const query = new URLSearchParams({ state: "all", sort: "created", direction });
  query.set("per_page", String(perPage));
  // Whole seconds, rounded down: GitHub's own precision.
  if (since !== undefined) query.set("since", `${since.toISOString().slice(0, 19)}Z`);
  return query;
}

type Answer = { data: unknown; headers: { link?: string | undefined } };

function createAsk(options: GithubClientOptions) {
  const octokit = createOctokit({ ...options, fetch: options.io.fetch });
  return async (url: string, followsCursor: boolean, asking: Asking): Promise<Answer> => {
    const { signal, patient } = asking;
    const request = { signal, ...(patient ? {} : { retries: 0 }) };
    const once = async (): Promise<Answer> => {
      signal.throwIfAborted();
      try {
        const answer = await abortable(
          octokit.request({ method: "GET", url, headers, request }),
          signal,
        );
        return { data: await readJson(answer.data), headers: answer.headers };
      } catch (error) {
        signal.throwIfAborted();
        throw toGithubFailure(error, failureContext(options, followsCursor));
      }
    };
    const maxWaitMs = patient ? options.maxRateLimitWaitMs : 0;
    return waitForRateLimit(once, { io: options.io, signal, maxWaitMs });
  };
}

/** The body's JSON; undefined where it is none, which no schema accepts. */
async function readJson(body: unknown): Promise<unknown> {
  if (!(body instanceof ReadableStream)) return undefined;
  const text = await new Response(body).text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function failureContext(options: GithubClientOptions, followsCursor: boolean): FailureContext {
  const { repository, apiUrl, token, io } = options;
  return { repository, apiUrl, hasToken: token !== null, followsCursor, now: io.now() };
}

function parsed<T extends z.ZodType>(
  schema: T,
  data: unknown,
  options: GithubClientOptions,
): z.output<T> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new UpstreamError(
    "malformed",
    `${place(options)} sent an answer that is not what its API describes. ` +
      `Check that the API's address is right, or try again later.`,
    { cause: result.error },
  );
}
