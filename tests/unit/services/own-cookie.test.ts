import { expect, it } from "vitest";
import { ownCookie, readOwnCookie } from "@/lib/services/own-cookie";

const given = { name: "known", value: "mark", seconds: 60 };

it("is this host's alone behind TLS", () => {
  expect(ownCookie({ secure: true }, given)).toBe(
    "__Host-balance.known=mark; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure",
  );
  expect(ownCookie({ secure: false }, given)).toBe(
    "balance.known=mark; Max-Age=60; Path=/; HttpOnly; SameSite=Lax",
  );
});

it("believes behind TLS no cookie that a neighbour could have planted", () => {
  const planted = new Headers({ cookie: "balance.known=planted; other=1" });
  expect(readOwnCookie({ secure: true }, planted, "known")).toBeNull();
  const own = new Headers({ cookie: "balance.known=planted; __Host-balance.known=mark" });
  expect(readOwnCookie({ secure: true }, own, "known")).toBe("mark");
});

it("takes an empty one for none, and no other's name for its own", () => {
  const headers = new Headers({ cookie: "balance.known=; balance.known2=x" });
  expect(readOwnCookie({ secure: false }, headers, "known")).toBeNull();
  expect(readOwnCookie({ secure: false }, headers, "known2")).toBe("x");
});
