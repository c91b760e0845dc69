import { describe, expect, it, test } from "vitest";
import { type CommandPlace, commandsOf } from "@/components/palette/commands";
import { matchCommands } from "@/components/palette/match-commands";
import { pressedOf } from "@/components/palette/pressed";
import type { Product } from "@/lib/contracts/products";
import { talkDefaults } from "@/lib/domain/trigger";

const product = (id: string, name: string): Product => ({
  id,
  name,
  timeZone: "UTC",
  weekStart: "monday",
  ...talkDefaults,
  sample: false,
  createdAt: "2026-03-02T12:00:00.000Z",
});
const shop = product("p1", "Shop");
const team = {
  id: "t1",
  name: "Web",
  filter: { component: ["web"] },
  createdAt: "2026-03-02T12:00:00.000Z",
};
const place = (change: Partial<CommandPlace> = {}): CommandPlace => ({
  product: shop,
  products: [shop, product("p2", "Café")],
  teams: [team],
  may: { manageSources: true, create: true, readLog: true, seePeople: true },
  path: "/products/p1/rules",
  search: "",
  ...change,
});
const target = (name: string, change: Partial<CommandPlace> = {}) =>
  commandsOf(place(change)).find((command) => command.name === name)?.target;

describe("the commands", () => {
  it("are none that who looks may not use", () => {
    const may = { manageSources: false, create: false, readLog: false, seePeople: false };
    for (const name of [
      "Connect a source",
      "New product",
      "Sync now",
      "Log",
      "People and access",
    ]) {
      expect(target(name), name).toBeDefined();
      expect(target(name, { may }), name).toBeUndefined();
    }
  });

  it("lead to pages, other products and teams", () => {
    expect(target("Triage")).toEqual({ href: "/products/p1/triage" });
    expect(target("Café")).toEqual({ href: "/products/p2/balance" });
    expect(target("Shop")).toBeUndefined();
    expect(target("Web")).toEqual({ href: "/products/p1/balance?team=t1" });
    expect(target("Web", { path: "/products/p1/items", search: "?label=bug" })).toEqual({
      href: "/products/p1/items?label=bug&team=t1",
    });
  });

  it("change one thing of the balance and keep the rest; a period brings its own bucket", () => {
    const open = { path: "/products/p1/balance", search: "?label=bug&bucket=day&measure=open" };
    expect(target("Last 12 months", open)).toEqual({
      href: "/products/p1/balance?label=bug&measure=open&period=12m",
    });
    expect(target("Measure: Opened", open)).toEqual({
      href: "/products/p1/balance?label=bug&bucket=day&measure=opened",
    });
    expect(target("Last 12 months")).toEqual({ href: "/products/p1/balance?period=12m" });
    expect(target("Side by side: by team", open)).toEqual({
      href: "/products/p1/balance?label=bug&bucket=day&measure=open&split=team",
    });
  });

  it("export what is filtered, and say so", () => {
    expect(target("Export the items as CSV")).toEqual({
      file: "/api/products/p1/items?format=csv",
    });
    const filtered = { search: "?team=t1&period=12w&category=feature" };
    expect(target("Export the items as CSV with the filters in force", filtered)).toEqual({
      file: "/api/products/p1/items?team=t1&category=feature&format=csv",
    });
  });
});

describe("a query", () => {
  const names = (query: string) =>
    matchCommands(commandsOf(place()), query).map(({ name }) => name);

  it("finds what holds all its words, in any case and without accents", () => {
    expect(names("CAFE")).toEqual(["Café"]);
    expect(names("months last")).toEqual(["Last 6 months", "Last 12 months"]);
    expect(names("shortcuts")).toEqual(["Show the keys"]);
    expect(names("xyzzy")).toEqual([]);
  });

  it("finds what begins with its words before what only holds them", () => {
    expect(names("print")).toEqual(["Print this page"]);
    expect(names("rint")).toEqual(["The next plan", "Print this page"]);
    expect(names("12 last")).toEqual(["Last 12 weeks", "Last 12 months"]);
  });

  it("of nothing finds all, group by group", () => {
    expect(names("  ")).toHaveLength(commandsOf(place()).length);
  });
});

test.each([
  [{ key: "k", ctrlKey: true }, "palette"],
  [{ key: "K", metaKey: true }, "palette"],
  [{ key: "k", ctrlKey: true, metaKey: true }, null],
  [{ key: "k", ctrlKey: true, shiftKey: true }, null],
  [{ key: "k" }, null],
  [{ key: "P", metaKey: true }, "print"],
  [{ key: "p" }, null],
  [{ key: "?", shiftKey: true }, "keys"],
  [{ key: "?", altKey: true }, null],
  [{ key: "?", repeat: true }, null],
])("a key opens what it stands for: %j", (press, opens) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
  // Elements exist in browsers alone; there `?` in a field is a character.
  const event = { ...none, target: null, ...press };
  expect(pressedOf(event)).toBe(opens);
});
