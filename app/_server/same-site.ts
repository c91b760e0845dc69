import { AppError } from "@/lib/errors";

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Local mode has no login, so no other web page may drive it: the Host must be this machine (a
 * rebound name is not), and a browser's request must come from our own pages. Errors: `forbidden`.
 */
export function requireSameSite(request: Request): void {
  const host = request.headers.get("host") ?? "";
  const origin = request.headers.get("origin");
  const isOurs = loopbackNames.includes(host.replace(/:\d+$/, ""));
  const isFromUs = origin === null || origin === `http://${host}`;
  const site = request.headers.get("sec-fetch-site");
  const isForeign = site !== null && !["same-origin", "none"].includes(site);
  if (isOurs && isFromUs && !isForeign) return;
  throw new AppError("forbidden", "This address answers only its own pages on this machine.");
}
