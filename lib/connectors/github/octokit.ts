import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { UpstreamError } from "@/lib/errors";

export type OctokitOptions = {
  fetch: typeof globalThis.fetch;
  apiUrl: string;
  /** Retries of a server error wait 1, 4, 9 times this long. */
  retryBaseMs: number;
  /** Spaces requests out as GitHub advises; its one second between writes is not for reading by POST. */
  isSpaced: boolean;
};

/**
 * Octokit with its own retries for server errors and lost connections. Rate limits are not waited
 * for here: the caller waits, so that a wait can be aborted and bounded. It logs nothing, and the
 * caller sends the credential, which may be renewed in the meantime.
 */
export function createOctokit({ fetch, apiUrl, retryBaseMs, isSpaced }: OctokitOptions): Octokit {
  return new PatientOctokit({
    baseUrl: apiUrl,
    userAgent: "backlog-balance",
    log: silent,
    // Bodies are parsed by the caller: Octokit passes a broken one off as a string.
    request: { fetch, log: silent, parseSuccessResponseBody: false },
    retry: { retryAfterBaseValue: retryBaseMs, doNotRetry: answersThatStay },
    throttle: {
      enabled: isSpaced,
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
    },
  });
}

const PatientOctokit = Octokit.plugin(refuseAtOnce, retry, throttling);

/** Asking again changes nothing about these; 429 is a rate limit and waited for by the caller. */
const answersThatStay = [400, 401, 403, 404, 410, 422, 429, 451];

const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Takes a refused host out of Octokit's wrapping (status 500), which would be retried. */
function refuseAtOnce(octokit: Pick<Octokit, "hook">): void {
  octokit.hook.error("request", (error) => {
    const { cause } = error;
    if (cause instanceof UpstreamError && cause.reason !== "unreachable") throw cause;
    throw error;
  });
}
