import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** The hosts an operator opened although they are private, as `host` or `host:port`. */
export type AllowedHosts = ReadonlySet<string>;

/**
 * True for an address that anybody on the internet can reach. False for every other one, for those
 * that carry a private IPv4 address inside an IPv6 one, and for text that is no address.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  // A network without IPv4 reaches public IPv4 hosts through NAT64's well-known prefix.
  if (parsed.match(nat64, 96)) return isPublicAddress(embeddedIpv4(parsed));
  return parsed.range() === "unicast" && parsed.match(globalUnicast, 3);
}

const nat64 = ipaddr.IPv6.parse("64:ff9b::");
/** Everything outside 2000::/3 is unassigned or special, `::127.0.0.1` among it (RFC 4291). */
const globalUnicast = ipaddr.IPv6.parse("2000::");

function embeddedIpv4(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(12).join(".");
}

/** Normalises the operator's entries so that they compare with a URL's own spelling. */
export function parseAllowedHosts(entries: readonly string[]): AllowedHosts {
  return new Set(entries.map(normaliseEntry).filter((entry) => entry !== ""));
}

function normaliseEntry(entry: string): string {
  const text = entry.trim().toLowerCase();
  if (isIP(text) === 6) return new URL(`http://[${text}]`).hostname;
  if (!URL.canParse(`http://${text}`)) return text;
  const { hostname } = new URL(`http://${text}`);
  // URL drops a scheme's own port (:80); the entry keeps it.
  const port = /:(\d+)$/.exec(text)?.[1];
  return port === undefined ? hostname : `${hostname}:${port}`;
}

/** Whether the operator named this host, or this host with this port. */
export function isNamed(
  allowed: AllowedHosts,
  place: { protocol: string; hostname: string; port: string },
): boolean {
  const hostname = isIP(place.hostname) === 6 ? `[${place.hostname}]` : place.hostname;
  const port = place.port || (place.protocol === "https:" ? "443" : "80");
  return allowed.has(hostname) || allowed.has(`${hostname}:${port}`);
}
