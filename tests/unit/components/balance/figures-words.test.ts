import { describe, expect, it } from "vitest";
import {
  coverageFigure,
  debtFigure,
  featureFigure,
  totalFigure,
} from "@/components/balance/figures-words";
import type { Balance } from "@/lib/contracts/balance";
import { balanceOf, bucketOf, figuresOf } from "./sample-balance";

const totals = figuresOf({ feature: 6, maintenance: 4, unclassified: 2 }, { excluded: 3 });
const stockOf = (before: number, now: number) =>
  balanceOf({
    measure: "open",
    buckets: [
      bucketOf("2026-08-31", "2026-09-06", { tech_debt: before }),
      bucketOf("2026-09-07", "2026-09-13", { tech_debt: now }),
    ],
    totals: figuresOf({ tech_debt: now }),
  });

describe("the four figures", () => {
  it("count what is drawn, and say what is left out", () => {
    expect(totalFigure(balanceOf({ totals }), "en-GB")).toEqual({
      label: "Delivered",
      value: "12 items",
      detail: "3 more excluded",
    });
  });

  it("give a share with the counts it is made of", () => {
    expect(featureFigure(balanceOf({ totals }), "en-GB")).toMatchObject({
      value: "60%",
      detail: "6 of 10 classified",
    });
    expect(featureFigure(balanceOf(), "en-GB")).toMatchObject({
      value: "–",
      detail: "nothing to divide",
    });
    const why = (totals: Balance["totals"]) => featureFigure(balanceOf({ totals }), "en-GB").detail;
    expect(why(figuresOf({ unclassified: 4 }))).toBe("nothing classified yet");
    expect(why(figuresOf({}, { unestimated: 4 }))).toBe("nothing with an estimate");
    const contested = figuresOf({ feature: 6, maintenance: 4 }, { contested: { maintenance: 2 } });
    expect(featureFigure(balanceOf({ totals: contested }), "en-GB")).toMatchObject({
      value: "60%–80%",
      detail: "60% as counted, 2 contested",
    });
  });

  it("give the trend of the open debt since the first bucket", () => {
    expect(debtFigure(stockOf(2, 7), "en-GB")).toMatchObject({
      value: "7 items",
      detail: "+5 since 6 Sept 2026",
    });
    expect(debtFigure(stockOf(7, 2), "en-GB").detail).toBe("−5 since 6 Sept 2026");
    expect(debtFigure(stockOf(0, 0), "en-GB").detail).toBe("none in this period");
  });

  it("keep no data apart from nothing unclassified", () => {
    expect(coverageFigure(balanceOf({ totals }), "en-GB")).toMatchObject({
      value: "83%",
      detail: "2 unclassified",
    });
    expect(coverageFigure(balanceOf(), "en-GB")).toMatchObject({ value: "–", detail: "no data" });
  });
});
