import { expect, it } from "vitest";
import { countedAddress } from "@/lib/services/counted-address";

it("counts one customer of IPv6 as one", () => {
  const one = countedAddress("2001:db8:1:2:aaaa::1");
  expect(countedAddress("2001:0DB8:1:2:ffff:0:0:9")).toBe(one);
  expect(countedAddress("2001:db8:1:3::1")).not.toBe(one);
});

it("counts an IPv4 address as itself, in either notation", () => {
  expect(countedAddress("192.0.2.7")).toBe("192.0.2.7");
  expect(countedAddress("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(countedAddress("192.0.2.8")).not.toBe(countedAddress("192.0.2.7"));
});

it("takes what is no address as it is", () => {
  expect(countedAddress("unknown")).toBe("unknown");
});
