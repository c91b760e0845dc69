import { expect, test } from "vitest";
import { type Actor, nobody } from "@/lib/rights/actor";
import {
  mayDo,
  mayDoInWorkspace,
  mayDoSomewhere,
  sidesOf,
  visibleProducts,
} from "@/lib/rights/may-do";

const workspaceId = "00000000-0000-4000-8000-00000000000a";
const here = "here";
const other = "other";
const person = { workspaceId, personId: "p", name: "Ada" };
const member = (
  role: "owner" | "pm" | "engineering" | "viewer" | null,
  productRoles = {},
): Actor => ({
  kind: "member",
  ...person,
  role,
  productRoles,
});
const token = (change: object): Actor => ({
  kind: "token",
  ...person,
  ...{ tokenId: "t", role: "owner", productRoles: {}, scope: "write", productIds: null },
  ...change,
});

test("a role in a product counts before the workspace's, in that product alone", () => {
  const actor = member("viewer", { [here]: "pm" });
  expect(mayDo(actor, "agree", here)).toBe(true);
  expect(mayDo(actor, "agree", other)).toBe(false);
  expect(mayDo(actor, "read", other)).toBe(true);
  expect(mayDo(member("pm", { [here]: "viewer" }), "classify", here)).toBe(false);
  expect(mayDo(member("owner", { [here]: "viewer" }), "delete_products", here)).toBe(true);
});

test("who has no role in the workspace sees the products that give one", () => {
  const actor = member(null, { [here]: "viewer" });
  expect(visibleProducts(actor)).toEqual([here]);
  expect(mayDo(actor, "read", other)).toBe(false);
  expect(mayDoInWorkspace(actor, "list")).toBe(true);
  expect(mayDoInWorkspace(actor, "create_products")).toBe(false);
  expect(mayDoSomewhere(actor, "manage_sources")).toBe(false);
  expect(mayDoSomewhere(member(null, { [here]: "pm" }), "manage_sources")).toBe(true);
});

test("with accounts a person holds one side of a product, or none; only a machine's owner both", () => {
  expect(sidesOf(member("owner"), here)).toEqual([]);
  expect(sidesOf(member("owner", { [here]: "pm" }), here)).toEqual(["pm"]);
  expect(sidesOf(member("engineering"), here)).toEqual(["engineering"]);
  expect(sidesOf(member("engineering", { [here]: "pm" }), here)).toEqual(["pm"]);
  expect(sidesOf(member("viewer"), here)).toEqual([]);
  expect(sidesOf(token({ role: "pm" }), here)).toEqual([]);
  expect(sidesOf({ kind: "local", workspaceId, name: "owner" }, here)).toEqual([
    "pm",
    "engineering",
  ]);
});

test("a token is never more than its person, its scope and its products allow together", () => {
  expect(mayDo(token({}), "classify", here)).toBe(true);
  expect(mayDo(token({ scope: "read" }), "classify", here)).toBe(false);
  expect(mayDo(token({ role: "viewer" }), "classify", here)).toBe(false);
  expect(mayDo(token({ productIds: [other] }), "read", here)).toBe(false);
  expect(mayDoInWorkspace(token({ productIds: [other] }), "create_products")).toBe(false);
  expect(visibleProducts(token({ productIds: [other] }))).toEqual([other]);
  for (const right of ["agree", "delete_products"] as const) {
    expect(mayDo(token({}), right, here)).toBe(false);
  }
  for (const right of ["manage_people", "read_log"] as const) {
    expect(mayDoInWorkspace(token({}), right)).toBe(false);
  }
});

test("a link reads its one product; nobody does anything", () => {
  const link: Actor = { kind: "link", workspaceId, name: "link", productId: here };
  expect(mayDo(link, "read", here)).toBe(true);
  expect(mayDo(link, "read", other)).toBe(false);
  expect(mayDo(link, "classify", here)).toBe(false);
  expect(mayDoInWorkspace(link, "list")).toBe(false);
  expect(mayDo(nobody, "read", here)).toBe(false);
  expect(mayDoInWorkspace(nobody, "list")).toBe(false);
  expect(visibleProducts(nobody)).toEqual([]);
});
