import { expect, it } from "vitest";
import { returnPath, signInAddress } from "@/components/accounts/return-path";

it("goes on to a page of our own, with its parameters", () => {
  expect(returnPath("/products/p1/items?state=open#top")).toBe("/products/p1/items?state=open#top");
  expect(returnPath("/sign-in-help")).toBe("/sign-in-help");
});

it.each([
  null,
  undefined,
  "",
  "people",
  "//evil.example/a",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/.//evil.example",
  "/x/..//evil.example",
  "/api/products",
  "/sign-in?next=/people",
])("goes nowhere else: %j leads to the start", (asked) => {
  expect(returnPath(asked)).toBe("/");
});

it("names the page to go on to in characters that signing in elsewhere takes", () => {
  const path = "/products/p1/items?kind=a,b&q=it's(*)~!:#x";
  const address = signInAddress(path);
  expect(address).toMatch(/^\/sign-in\?next=[\w\-.%]+$/);
  expect(new URL(address, "http://own.invalid").searchParams.get("next")).toBe(path);
});
