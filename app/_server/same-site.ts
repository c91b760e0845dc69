import { AppError } from "@/lib/errors";

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];

/** Whether a request came to this machine by one of its own names. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.includes(host.replace(/:\d+$/, ""));
}

/**
 * No other web page may drive this server: the Host must be this machine or, with accounts, the
 * address it is reached by (a rebound name is neither), and a browser's request must come from our
 * own pages. `baseUrl` is null without accounts. Errors: `forbidden`.
 */
export function requireSameSite(request: Request, baseUrl: string | null): void {
  const host = request.headers.get("host") ?? "";
  const origin = request.headers.get("origin");
  const own = baseUrl === null ? null : new URL(baseUrl);
  const isReached = own !== null && host === own.host;
  const isOurs = isReached || isLoopbackHost(host);
  const isFromUs = origin === null || origin === (isReached ? own.origin : `http://${host}`);
  const site = request.headers.get("sec-fetch-site");
  const isForeign = site !== null && !["same-origin", "none"].includes(site);
  if (isOurs && isFromUs && !isForeign) return;
  throw new AppError("forbidden", "This address answers only its own pages on this machine.");
}
