import { describe, expect, it } from "vitest";
import { headlineNotes } from "@/components/balance/notes";
import { balanceOf, bucketOf, figuresOf } from "./sample-balance";

const today = "2026-11-22";
const many = figuresOf({ feature: 60, maintenance: 40 });

describe("the notes under the headline", () => {
  it("say that the running week is not over", () => {
    const buckets = [bucketOf("2026-11-16", "2026-11-22", { feature: 1 }, { complete: false })];
    expect(headlineNotes(balanceOf({ buckets, totals: many }), today, "en-GB")).toEqual([
      "The last week is not over yet.",
    ]);
  });

  it("say which end the chosen days cut", () => {
    const buckets = [
      bucketOf("2026-03-05", "2026-03-31", { feature: 1 }, { complete: false }),
      bucketOf("2026-04-01", "2026-04-10", { feature: 1 }, { complete: false }),
    ];
    const balance = balanceOf({ buckets, bucket: "month", totals: many, to: "2026-04-10" });
    expect(headlineNotes(balance, today, "en-GB")).toEqual([
      "The last month is cut by the chosen days.",
      "The first month is cut by the chosen days.",
    ]);
  });

  it("warn where one item moves the share by ten points or more", () => {
    const totals = figuresOf({ feature: 3, maintenance: 1 });
    expect(headlineNotes(balanceOf({ totals }), today, "en-GB")[0]).toContain("25 points");
    expect(headlineNotes(balanceOf({ totals: many }), today, "en-GB")).toEqual([]);
  });

  it("say how many items add no points", () => {
    const totals = figuresOf({ feature: 30 }, { unestimated: 12 });
    expect(headlineNotes(balanceOf({ totals, unit: "points" }), today, "en-GB")).toEqual([
      "12 items without an estimate add no points.",
    ]);
    const one = figuresOf({ feature: 30 }, { unestimated: 1 });
    expect(headlineNotes(balanceOf({ totals: one, unit: "points" }), today, "en-GB")).toEqual([
      "1 item without an estimate adds no points.",
    ]);
  });
});
