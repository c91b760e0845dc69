import ipaddr from "ipaddr.js";

/** What a provider gives one customer of IPv6. */
const customerBits = 64;

/**
 * What is counted as one address: of IPv6 the network, since whoever has one address there has as many
 * as they like. What is no address counts as it is.
 */
export function countedAddress(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${customerBits}`).toString();
}
