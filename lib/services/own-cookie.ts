import type { Identity } from "@/lib/identity/identity";

type Bearer = Pick<Identity, "secure">;
type OwnCookie = { name: string; value: string; seconds: number };

/**
 * A cookie beside those of Better Auth. Behind TLS it is this host's alone: no neighbour under the same
 * domain can plant one.
 */
export function ownCookie(identity: Bearer, { name, value, seconds }: OwnCookie): string {
  const flags = ["Path=/", "HttpOnly", "SameSite=Lax", ...(identity.secure ? ["Secure"] : [])];
  return [`${fullName(identity, name)}=${value}`, `Max-Age=${seconds}`, ...flags].join("; ");
}

/** What a browser sends back of it; null where it sends none, or an empty one. */
export function readOwnCookie(identity: Bearer, headers: Headers, name: string): string | null {
  const start = `${fullName(identity, name)}=`;
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) || null;
}

function fullName({ secure }: Bearer, name: string): string {
  return `${secure ? "__Host-" : ""}balance.${name}`;
}
