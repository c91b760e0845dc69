import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { portfolioParameters } from "@/components/portfolio/portfolio-parameters";
import { portfolioQueryOf } from "@/components/portfolio/portfolio-query";
import {
  agreedWords,
  besideWords,
  inOrder,
  portfolioNotes,
  portfolioSentence,
  syncedWords,
  trendWords,
} from "@/components/portfolio/portfolio-words";
import { driftOf } from "@/lib/balance/drift";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import { bucketOf, figuresOf } from "../balance/sample-balance";

type Counts = Parameters<typeof figuresOf>[0];

function productOf(name: string, counts: Counts, change: Partial<PortfolioProduct> = {}) {
  const buckets = [bucketOf("2026-10-01", "2026-10-31", counts)];
  return {
    ...{ id: name, name, timeZone: "UTC", sample: false, counted: true },
    ...{
      buckets,
      totals: figuresOf(counts),
      targets: [],
      targetsMissing: null,
      drift: null,
      reasonsToTalk: 0,
    },
    ...{ syncedAt: null, stale: null },
    ...change,
  };
}

const target: PortfolioProduct["targets"][number] = {
  ...{ agreementId: "a", stageId: "s", stage: "Expand", exception: false, tolerance: 0.05 },
  ...{ from: "2026-01-01", to: "2026-12-31" },
  shares: { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null },
};
const drift = driftOf({
  buckets: [
    {
      ...{ start: "2026-10-01", end: "2026-10-31", complete: true, items: 100 },
      counts: { feature: 80, maintenance: 20, rewrite: 0, tech_debt: 0, unclassified: 0 },
    },
  ],
  measure: "done",
  targets: [target],
});

const shop = productOf("Shop", { feature: 8, maintenance: 2 });
const api = productOf("Api", { feature: 2, rewrite: 8, unclassified: 5 });
const idle = productOf("Idle", {});

function portfolioOf(items: PortfolioProduct[], change: Partial<Portfolio> = {}): Portfolio {
  const totals = figuresOf({ feature: 10, maintenance: 2, rewrite: 8, unclassified: 5 });
  return {
    ...{ from: "2026-10-01", to: "2026-11-22", bucket: "month", measure: "done", unit: "items" },
    ...{ weekStart: "monday", whole: { buckets: [], totals } },
    ...{ items, total: items.length, nextCursor: null },
    ...change,
  };
}

describe("a portfolio in words", () => {
  const say = (portfolio: Portfolio) => portfolioSentence(portfolio, "en-GB");

  it("says what all come to, with the counts, and which has most and fewest", () => {
    expect(say(portfolioOf([shop, api, idle]))).toBe(
      "1 Oct – 22 Nov 2026, 3 products: 50% of what was delivered is new features (10 of 20 classified items; 5 unclassified); most in Shop (80%), fewest in Api (20%).",
    );
    expect(say(portfolioOf([shop], { measure: "open" }))).toMatch(
      /^22 Nov 2026, 1 product: 50% of what is open is .*unclassified\)\.$/,
    );
  });

  it("names none where all have the same share", () => {
    const twin = productOf("Twin", { feature: 4, maintenance: 1 });
    expect(say(portfolioOf([shop, twin]))).toMatch(/unclassified\); as much in each\.$/);
  });

  it("gives no share that is not there", () => {
    const none = { whole: { buckets: [], totals: figuresOf({}) } };
    expect(say(portfolioOf([idle], none))).toContain("1 product: no share can be given.");
    expect(say(portfolioOf([]))).toBe("There is no product yet.");
    expect(trendWords(idle, "month", "en-GB")).toBe("no share in any bucket");
  });

  it("warns of what the sum holds and what it does not", () => {
    const sample = productOf("Sample", {}, { sample: true, counted: false });
    const notes = portfolioNotes(
      portfolioOf([shop, sample], { unit: "points", bucket: "week", total: 130 }),
      "en-GB",
    ).join(" ");
    expect(notes).toContain("Days are each product's own");
    expect(notes).toContain("Weeks begin on Monday here.");
    expect(notes).toContain("may not be of one size");
    expect(notes).toContain("not in the sum");
    expect(notes).toContain("2 of 130 products are on this page");
    expect(portfolioNotes(portfolioOf([shop]), "en-GB")).toHaveLength(1);
  });

  it("is ordered by name, or by share with what has none last", () => {
    const names = (order: "name" | "share") =>
      inOrder([shop, idle, api], order).map(({ name }) => name);
    expect(names("name")).toEqual(["Api", "Idle", "Shop"]);
    expect(names("share")).toEqual(["Shop", "Api", "Idle"]);
  });

  it("sets two products against each other, with what their shares are of", () => {
    expect(besideWords(portfolioOf([]), [shop, api], "en-GB")).toBe(
      "Shop: 80% new features of 10 items delivered. Api: 20% new features of 10 items delivered. They are 60 points apart.",
    );
    expect(besideWords(portfolioOf([]), [shop, idle], "en-GB")).toMatch(
      /Idle: no share can be given\.$/,
    );
  });

  it("says how fresh each is, its trend, and what was agreed", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    const synced = { syncedAt: "2026-11-22T11:56:00.000Z", stale: null };
    expect(syncedWords(synced, now)).toBe("Synced 4 minutes ago");
    expect(syncedWords(idle, now)).toBe("Not synced yet");
    const stale = { since: null, why: "acme/shop: the token was refused." };
    expect(syncedWords({ ...synced, stale }, now)).toContain("Stale: acme/shop");
    const later = bucketOf("2026-11-01", "2026-11-22", { feature: 1, rewrite: 1 });
    expect(trendWords({ buckets: [...shop.buckets, later] }, "month", "en-GB")).toBe(
      "from 80% in October 2026 to 50% in November 2026",
    );
    expect(agreedWords(shop, "en-GB")).toBe("–");
    const agreed = productOf("Shop", {}, { targets: [target], drift });
    expect(agreedWords(agreed, "en-GB")).toBe("65%, now +15 points");
  });
});

it("a running period ends with each product's own today; chosen days are asked for as they are", () => {
  const viewOf = createLoader(portfolioParameters);
  const asked = (search: string) => portfolioQueryOf(viewOf(search), "2026-11-22");
  expect(asked("")).toEqual({
    ...{ from: "2025-12-01", bucket: "month", measure: "done", unit: "items" },
  });
  expect(asked("?period=12w")).toMatchObject({ from: "2026-08-31", bucket: "week" });
  expect(asked("?period=custom&from=2026-01-01&to=2026-01-31&bucket=day")).toMatchObject({
    ...{ from: "2026-01-01", to: "2026-01-31", bucket: "day" },
  });
  expect(asked("?period=all")).toMatchObject({ from: "2025-12-01" });
});
