import { expect, it } from "vitest";
import { callerOf } from "@/app/_server/caller";
import { addressHeader } from "@/lib/identity/identity";

const addressOf = (headers: Record<string, string>, trustProxy: boolean) =>
  callerOf(new Request("http://balance.test/", { headers }), { trustProxy }).address;

it("believes what a proxy says only where that is trusted, and of it the last", () => {
  const headers = { "x-forwarded-for": "198.51.100.1, 192.0.2.7", [addressHeader]: "10.0.0.1" };
  expect(addressOf(headers, true)).toBe("192.0.2.7");
  expect(addressOf(headers, false)).toBe("10.0.0.1");
});

it("leaves out the port that some proxies tell, another for each request", () => {
  const from = (address: string) => addressOf({ "x-forwarded-for": address }, true);
  expect(from("192.0.2.7:50123")).toBe("192.0.2.7");
  expect(from("[2001:db8::1]:50123")).toBe("2001:db8::1");
  expect(from("[2001:db8::1]")).toBe("2001:db8::1");
  expect(from("2001:db8::1")).toBe("2001:db8::1");
});

it("has a name for who comes without an address", () => {
  expect(addressOf({}, true)).toBe("unknown");
});
