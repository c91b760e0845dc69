import type { ConnectorIo } from "@/lib/connectors/connector";
import { waitForRateLimit } from "@/lib/connectors/rate-limit-wait";
import { UpstreamError } from "@/lib/errors";
import { abortable } from "./abortable";
import type { CredentialKind, GithubCredential } from "./credential";
import { isNotModified, toGithubFailure } from "./failure";
import { createOctokit } from "./octokit";

/** What sending needs, whoever asks. */
export type SendConnection = {
  repository: { owner: string; name: string };
  /** Without a closing slash. */
  apiUrl: string;
  io: ConnectorIo;
  /** Server errors are asked again after 1, 4 and 9 times this long. */
  retryBaseMs: number;
};

export type GithubConnection = SendConnection & {
  credential: GithubCredential;
  /** The longest time one request waits for a rate limit to end before it gives up. */
  maxRateLimitWaitMs: number;
};

/** How to ask: `patient` retries and waits, otherwise the first answer counts. */
export type Asking = { signal: AbortSignal; patient: boolean };

export type GithubRequest = {
  url: string;
  /** With a body it is a POST of JSON. */
  body?: Record<string, unknown>;
  /** Goes on from a cursor that GitHub may have forgotten. */
  followsCursor?: boolean;
  /** The ETag of an answer that is known: the same one comes back as null, and costs no quota. */
  knownEtag?: string | null;
  /** Throws where an answer of status 200 tells a failure, which is then retried as any other. */
  inspect?: (answer: Answer) => void;
};

/** `data` is undefined where the body is no JSON, which no schema accepts. */
export type Answer = { data: unknown; headers: Record<string, string | undefined> };

/** Null is "not modified". Rejects with `UpstreamError` or the abort's reason. */
export type Ask = (request: GithubRequest, asking: Asking) => Promise<Answer | null>;

const fixedHeaders = {
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
};

/** Asks GitHub with the credential, renewed where it can be, waiting and retrying as told. */
export function createAsk(connection: GithubConnection): Ask {
  const send = createSend(connection, connection.credential.kind);
  const { credential, io, maxRateLimitWaitMs } = connection;
  const withCredential = async (request: GithubRequest, asking: Asking) =>
    send(request, await credential.authorization(asking.signal), asking);
  return (request, asking) => {
    const { signal, patient } = asking;
    const once = async () => {
      try {
        return await withCredential(request, asking);
      } catch (error) {
        const isRefused = error instanceof UpstreamError && error.reason === "unauthorized";
        if (!isRefused || !credential.discard()) throw error;
        return withCredential(request, asking);
      }
    };
    return waitForRateLimit(once, { io, signal, maxWaitMs: patient ? maxRateLimitWaitMs : 0 });
  };
}

type Send = (
  request: GithubRequest,
  authorization: string | null,
  asking: Asking,
) => Promise<Answer | null>;

/** Sends one request, retried by itself where `patient`; rejects as `Ask` does. */
export function createSend(connection: SendConnection, credential: CredentialKind): Send {
  const { io } = connection;
  const reading = createOctokit({ ...connection, fetch: io.fetch, isSpaced: true });
  const posting = createOctokit({ ...connection, fetch: io.fetch, isSpaced: false });
  return async (request, authorization, { signal, patient }) => {
    const { url, body, knownEtag = null, followsCursor = false, inspect } = request;
    signal.throwIfAborted();
    const headers = {
      ...fixedHeaders,
      ...(authorization === null ? {} : { authorization }),
      ...(knownEtag === null ? {} : { "if-none-match": knownEtag }),
    };
    // Octokit fills in what looks like `:name` in an address, and an IPv6 one is full of that.
    const { origin, pathname, search } = new URL(url);
    const to = { baseUrl: origin, url: `${pathname}${search}` };
    const how = { ...to, headers, request: { signal, ...(patient ? {} : { retries: 0 }) } };
    try {
      const sent = body
        ? posting.request({ method: "POST", ...how, ...body })
        : reading.request({ method: "GET", ...how });
      const answer = await abortable(sent, signal);
      const read = { data: await readJson(answer.data), headers: textHeaders(answer.headers) };
      inspect?.(read);
      return read;
    } catch (error) {
      signal.throwIfAborted();
      if (isNotModified(error)) return null;
      const { repository, apiUrl } = connection;
      const context = { repository, apiUrl, credential, followsCursor, now: io.now() };
      throw toGithubFailure(error, context);
    }
  };
}

/** The body's JSON; undefined where it is none. */
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

function textHeaders(headers: Record<string, unknown>): Answer["headers"] {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
