import { UpstreamError } from "@/lib/errors";
import type { StandInCall } from "@/tests/upstream/types";

/** What the GitHub and the Jira stand-in have in common. */
export type StandIn = {
  respond(call: StandInCall): Promise<{ answer: Answer; fault: { kind: string } | null }>;
};
type Answer = { status: number; body: unknown; headers?: Record<string, string> };

const mostRedirects = 5;

/**
 * The guarded fetch with a stand-in behind it in place of the network: the same requests and
 * answers, redirects followed within the origin only, a broken connection an `UpstreamError`.
 */
export function createStandInFetch(standIn: StandIn): typeof globalThis.fetch {
  const send = async (url: URL, init: RequestInit) => {
    const { answer, fault } = await standIn.respond({
      method: init.method ?? "GET",
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      text: typeof init.body === "string" ? init.body : "",
    });
    init.signal?.throwIfAborted();
    return received(answer, fault?.kind ?? "none");
  };
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError("Pass an address, not a Request.");
    let url = new URL(input);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const response = await send(url, init);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 308 || location === null) return response;
      const target = new URL(location, url);
      if (target.origin !== url.origin) {
        throw new UpstreamError("host_not_allowed", "A redirect to another host.");
      }
      url = target;
    }
    throw new UpstreamError("malformed", "Requests go round in a circle.");
  };
}

/** An answer as it arrives, or does not. */
function received({ status, body, headers }: Answer, fault: string): Response {
  if (["slow", "reset", "reset_mid_body"].includes(fault)) {
    throw new UpstreamError("unreachable", `The connection failed (${fault}).`);
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const arrived = fault === "truncated" ? text.slice(0, Math.ceil(text.length / 2)) : text;
  return new Response(status === 304 ? null : arrived, { status, headers: headers ?? {} });
}
