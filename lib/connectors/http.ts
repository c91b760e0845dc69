import { isIP } from "node:net";
import { Agent, fetch as undiciFetch } from "undici";
import { UpstreamError } from "@/lib/errors";
import { type AllowedHosts, isNamed, isPublicAddress, parseAllowedHosts } from "./address-guard";
import {
  createGuardedConnector,
  notAllowed,
  type Resolve,
  resolveBySystem,
} from "./guarded-connector";
import { toNetworkFailure } from "./network-failure";
import { readBounded } from "./read-bounded";

export type GuardedFetchOptions = {
  /** Private hosts and plain-http hosts that may be reached, as `host` or `host:port`. */
  allowedHosts: readonly string[];
  /** For connecting, for the first byte, and between bytes; a whole answer gets six times as long. */
  timeoutMs: number;
  maxBodyBytes?: number;
  /** False where the status is all that is wanted: what comes after it is left unread. */
  readBodies?: boolean;
  /** False for what is asked now and then: a kept connection may just be ending when it is used. */
  keepConnections?: boolean;
  resolve?: Resolve;
};

export type GuardedFetch = {
  fetch: typeof globalThis.fetch;
  /** What can be said of an address before it is asked. Errors: `UpstreamError`. */
  requireAllowed: (url: URL) => void;
  close: () => Promise<void>;
};

/**
 * A fetch that reaches public https hosts and hosts the operator named, checked before and while
 * connecting and again at each redirect. Answers come back read to the end; every failure other
 * than the caller's own abort is an `UpstreamError`. Takes string or URL, and string bodies.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { timeoutMs, maxBodyBytes = 64 * 1024 * 1024, resolve = resolveBySystem } = options;
  const allowed = parseAllowedHosts(options.allowedHosts);
  const agent = new Agent({
    connect: createGuardedConnector({ allowed, timeoutMs, resolve }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Undici's way to keep none.
    ...(options.keepConnections === false && { pipelining: 0 }),
  });
  const { readBodies = true } = options;
  const send = createSend({ agent, timeoutMs, maxBodyBytes, readBodies });
  return {
    fetch: async (input, init = {}) => {
      if (input instanceof Request) throw new TypeError("Pass an address, not a Request.");
      return followRedirects({ url: new URL(input), init, allowed, send });
    },
    requireAllowed: (url) => assertAllowed(url, allowed),
    close: () => agent.destroy(),
  };
}

type Send = (url: URL, init: RequestInit) => Promise<Response>;

const maxRedirects = 5;
const redirectStatuses = [301, 302, 303, 307, 308];

/** A redirect within one origin (a renamed repository) is followed; one that leaves it is refused. */
async function followRedirects(request: {
  url: URL;
  init: RequestInit;
  allowed: AllowedHosts;
  send: Send;
}): Promise<Response> {
  let { url } = request;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    assertAllowed(url, request.allowed);
    const response = await request.send(url, request.init);
    const location = response.headers.get("location");
    if (!redirectStatuses.includes(response.status) || location === null) return response;
    url = redirectTarget(url, location, request.init.method ?? "GET");
  }
  throw new UpstreamError("malformed", `${url.host} sends requests round in a circle.`);
}

function assertAllowed(url: URL, allowed: AllowedHosts): void {
  if (url.protocol !== "https:" && url.protocol !== "http:") throw notAllowed(url.href);
  if (isNamed(allowed, url)) return;
  const isLiteral = isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0;
  if (url.protocol === "http:" || (isLiteral && !isPublicAddress(url.hostname))) {
    throw notAllowed(url.host);
  }
}

function redirectTarget(from: URL, location: string, method: string): URL {
  const target = URL.canParse(location, from) ? new URL(location, from) : null;
  const isRead = ["GET", "HEAD"].includes(method.toUpperCase());
  if (target?.origin === from.origin && isRead) return target;
  throw new UpstreamError(
    "host_not_allowed",
    `${from.host} sends requests on to ${target?.host || "an unreadable address"}, which is not followed. ` +
      `If that is the right server, give its address (and name it in ALLOWED_UPSTREAM_HOSTS if it is private).`,
  );
}

function createSend(options: {
  agent: Agent;
  timeoutMs: number;
  maxBodyBytes: number;
  readBodies: boolean;
}): Send {
  return async (url, init) => {
    const deadline = AbortSignal.timeout(options.timeoutMs * 6);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    try {
      const response = await undiciFetch(url, {
        method: init.method ?? "GET",
        headers: Object.fromEntries(new Headers(init.headers)),
        body: stringBody(init.body),
        redirect: "manual",
        dispatcher: options.agent,
        signal,
      });
      if (!options.readBodies) {
        await response.body?.cancel();
        return toResponse(response, new Uint8Array());
      }
      const body = await readBounded(response.body, options.maxBodyBytes, url.host);
      return toResponse(response, body);
    } catch (error) {
      init.signal?.throwIfAborted();
      throw toNetworkFailure(error, url.host);
    }
  };
}

function stringBody(body: RequestInit["body"]): string | null {
  if (body === undefined || body === null || typeof body === "string") return body ?? null;
  throw new TypeError("Only string bodies are sent.");
}

/** The platform's own Response, with the headers that described the wire taken out. */
function toResponse(
  answer: { status: number; statusText: string; headers: Iterable<[string, string]> },
  body: Uint8Array<ArrayBuffer>,
): Response {
  const headers = new Headers([...answer.headers]);
  headers.delete("content-encoding");
  headers.delete("content-length");
  const hasBody = ![204, 205, 304].includes(answer.status);
  const { status, statusText } = answer;
  return new Response(hasBody ? body : null, { status, statusText, headers });
}
