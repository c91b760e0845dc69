import type { z } from "zod";
import type { ConnectorIo } from "@/lib/connectors/connector";
import { waitForRateLimit } from "@/lib/connectors/rate-limit-wait";
import type { JiraScope } from "@/lib/domain/jira-scope";
import { UpstreamError } from "@/lib/errors";
import { placeOf, toJiraFailure, unauthorized } from "./failure";

export type JiraConnection = {
  /** Without a closing slash. */
  siteUrl: string;
  scope: JiraScope;
  /** With an e-mail address the token is an API token of Cloud; without, a PAT or an OAuth token. */
  email: string | null;
  token: string;
  io: ConnectorIo;
  /** What may pass is asked again after 1, 4 and 9 times this long. */
  retryBaseMs: number;
  /** The longest time one request waits for a rate limit to end before it gives up. */
  maxRateLimitWaitMs: number;
};

/** How to ask: `patient` retries and waits, otherwise the first answer counts. */
export type Asking = { signal: AbortSignal; patient: boolean };

/** A path below the site; with a body it is a POST of JSON. */
export type JiraRequest = { path: string; body?: Record<string, unknown> };

export type Ask = <T extends z.ZodType>(
  schema: T,
  request: JiraRequest,
  asking: Asking,
) => Promise<z.output<T>>;

const mostRetries = 3;

/** Asks a Jira site and parses what it says. Rejects with `UpstreamError` or the abort's reason. */
export function createAsk(connection: JiraConnection): Ask {
  const { io, maxRateLimitWaitMs } = connection;
  return async (schema, request, asking) => {
    const { signal, patient } = asking;
    const once = () => askOnce(connection, request, signal);
    const insistent = () => (patient ? retrying(once, connection, signal) : once());
    const maxWaitMs = patient ? maxRateLimitWaitMs : 0;
    const answer = await waitForRateLimit(insistent, { io, signal, maxWaitMs });
    const result = schema.safeParse(answer);
    if (result.success) return result.data;
    throw new UpstreamError("malformed", senseless(connection), { cause: result.error });
  };
}

async function retrying<T>(
  once: () => Promise<T>,
  { io, retryBaseMs }: JiraConnection,
  signal: AbortSignal,
): Promise<T> {
  for (let retries = 1; ; retries += 1) {
    try {
      return await once();
    } catch (error) {
      const mayPass = error instanceof UpstreamError && error.reason === "unreachable";
      if (!mayPass || retries > mostRetries) throw error;
      await io.sleep(retries ** 2 * retryBaseMs, signal);
    }
  }
}

async function askOnce(
  connection: JiraConnection,
  { path, body }: JiraRequest,
  signal: AbortSignal,
): Promise<unknown> {
  signal.throwIfAborted();
  const response = await connection.io.fetch(`${connection.siteUrl}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: headersOf(connection, body !== undefined),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const { status, headers } = response;
  const answer = readJson(await response.text());
  if (status >= 400) throw toJiraFailure({ status, headers, body: answer }, contextOf(connection));
  assertKnown(headers, connection);
  return answer;
}

function headersOf({ email, token }: JiraConnection, hasBody: boolean): Record<string, string> {
  const basic = () => Buffer.from(`${email}:${token}`, "utf8").toString("base64");
  return {
    accept: "application/json",
    "user-agent": "backlog-balance",
    authorization: email === null ? `Bearer ${token}` : `Basic ${basic()}`,
    // Without it, Jira takes a POST from outside a browser for a forged one.
    "x-atlassian-token": "no-check",
    ...(hasBody ? { "content-type": "application/json" } : {}),
  };
}

/** The body's JSON; undefined where it is none, which no schema accepts. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Data Center names who it took the request to be from; a stranger gets empty lists. */
function assertKnown(headers: Headers, connection: JiraConnection): void {
  if (headers.get("x-ausername") !== "anonymous") return;
  throw new UpstreamError("unauthorized", unauthorized(contextOf(connection)));
}

function contextOf({ siteUrl, scope, email, io }: JiraConnection) {
  return { siteUrl, scope, hasEmail: email !== null, now: io.now() };
}

function senseless(connection: JiraConnection): string {
  return (
    `${placeOf(connection)} sent an answer that is not what Jira's API describes. ` +
    `Check that the site's address is right, or try again later.`
  );
}
