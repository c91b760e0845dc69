import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { UpstreamError } from "@/lib/errors";
import { type AllowedHosts, isNamed, isPublicAddress } from "./address-guard";

/** Answers a name with its addresses; passed in so that tests can play a hostile name server. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Opens connections for undici to public addresses and to hosts the operator named, no others. The
 * address that is judged is the one connected to: a name that changes its answer gains nothing.
 */
export function createGuardedConnector(options: {
  allowed: AllowedHosts;
  timeoutMs: number;
  resolve: Resolve;
}): buildConnector.connector {
  const { allowed, timeoutMs, resolve } = options;
  const toAnywhere = buildConnector({ timeout: timeoutMs, lookup: lookupBy(resolve) });
  const toPublic = buildConnector({ timeout: timeoutMs, lookup: publicLookup(resolve) });
  return (place, callback) => {
    if (isNamed(allowed, place)) return toAnywhere(place, callback);
    // Literal addresses are connected to without a lookup.
    if (isIP(place.hostname) !== 0 && !isPublicAddress(place.hostname)) {
      return callback(notAllowed(place.hostname), null);
    }
    return toPublic(place, callback);
  };
}

/** The refusal of a host, in words for the person who typed it. */
export function notAllowed(host: string): UpstreamError {
  return new UpstreamError(
    "host_not_allowed",
    `${host} is a private address or not reached over https. If it is meant, ` +
      `the operator adds it to ALLOWED_UPSTREAM_HOSTS and restarts.`,
  );
}

function lookupBy(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) callback(noAddress(hostname), "");
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (err: NodeJS.ErrnoException) => callback(err, ""),
    );
  };
}

function publicLookup(resolve: Resolve): LookupFunction {
  return lookupBy(async (hostname) => {
    const addresses = await resolve(hostname);
    if (addresses.every(({ address }) => isPublicAddress(address))) return addresses;
    throw notAllowed(hostname);
  });
}

function noAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
}
