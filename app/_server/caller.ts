import { addressHeader } from "@/lib/identity/identity";
import type { Caller } from "@/lib/services/caller";
import type { Context } from "@/lib/services/context";

/**
 * Where a request comes from. The address is the one that our own server wrote down; behind a proxy
 * that is trusted, the last that this proxy added. Whatever else a request says of it is its own word.
 */
export function callerOf(
  { headers }: Request,
  { trustProxy }: Pick<Context, "trustProxy">,
): Caller {
  const forwarded = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  const address = trustProxy ? forwarded : headers.get(addressHeader);
  return { headers, address: withoutPort(address || "unknown").slice(0, 100) };
}

/** Some proxies tell it too, another for each request: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
function withoutPort(address: string): string {
  const [, four] = /^([\d.]+):\d+$/.exec(address) ?? [];
  const [, six] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? [];
  return four ?? six ?? address;
}

/** The answer with cookies that are set. */
export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
