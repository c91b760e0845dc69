import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { earlierOptions, otherFilterOptions } from "@/components/balance/balance-query";
import { comparedScope, isSameSide } from "@/components/balance/compared-scope";
import { type FilterComparison, parseAsComparison } from "@/components/balance/comparison";
import {
  besideSentence,
  comparisonSentence,
  shareChange,
} from "@/components/balance/comparison-words";
import { balanceParameters } from "@/components/balance/view-parameters";
import { balanceOf, figuresOf } from "./sample-balance";

const viewOf = createLoader(balanceParameters);
const shown = balanceOf({ totals: figuresOf({ feature: 58, maintenance: 30, rewrite: 12 }) });

function earlierOf(counts: Parameters<typeof figuresOf>[0]) {
  return balanceOf({ from: "2026-06-08", to: "2026-08-30", totals: figuresOf(counts) });
}

describe("the days that a period is compared with", () => {
  const asked = (search: string) => earlierOptions("p1", shown, viewOf(search)).queryKey[1];

  it("are as many right before it, or the same a year before, as the URL says", () => {
    expect(asked("?compare=previous")).toMatchObject({ from: "2026-06-08", to: "2026-08-30" });
    expect(asked("?compare=year")).toMatchObject({ from: "2025-08-31", to: "2025-11-22" });
  });

  it("are asked for with the same measure, unit, filters and knowledge", () => {
    expect(asked("?compare=year&label=bug&asKnownAt=2026-11-20&period=all")).toMatchObject({
      ...{ measure: "done", unit: "items", bucket: "week" },
      ...{ label: ["bug"], asKnownAt: "2026-11-20" },
    });
  });
});

describe("then and now", () => {
  it("is told in points, with both shares", () => {
    const earlier = earlierOf({ feature: 67, maintenance: 33 });
    expect(comparisonSentence(earlier, shown, "en-GB")).toBe(
      "New features are 9 points below 8 Jun – 30 Aug 2026: 58% now, 67% then.",
    );
    expect(shareChange(earlier, shown, "feature", "en-GB")).toBe("−9");
    expect(shareChange(earlier, shown, "rewrite", "en-GB")).toBe("+12");
    expect(shareChange(earlier, shown, "tech_debt", "en-GB")).toBe("0");
    expect(shareChange(earlier, shown, "excluded", "en-GB")).toBe("");
  });

  it("says so where nothing changed or no share can be given", () => {
    expect(comparisonSentence(shown, shown, "en-GB")).toContain("have the same share as on");
    const nothing = earlierOf({ unclassified: 3 });
    expect(comparisonSentence(nothing, shown, "en-GB")).toContain(
      "No share can be given for 8 Jun",
    );
    expect(comparisonSentence(shown, nothing, "en-GB")).toContain("for the days shown");
    expect(shareChange(nothing, shown, "feature", "en-GB")).toBe("–");
  });
});

describe("a view beside another filter", () => {
  const narrowed = (search: string, comparison: FilterComparison) =>
    comparedScope(viewOf(search), comparison);

  it("stands on the same days with everything, or with a team in place of the teams in force", () => {
    const view = viewOf("?team=t1&label=bug&compare=team:t2&asKnownAt=2026-11-20");
    const { queryKey } = otherFilterOptions("p1", shown, { view, comparison: "team:t2" });
    expect(queryKey[1]).toMatchObject({
      ...{ from: shown.from, to: shown.to, bucket: "week", measure: "done", unit: "items" },
      ...{ team: ["t2"], label: ["bug"], asKnownAt: "2026-11-20" },
    });
    expect(narrowed("?team=t1&label=bug", "everything")).toEqual({});
    expect(narrowed("?label=bug&asKnownAt=2026-11-20", "everything")).toEqual({
      asKnownAt: "2026-11-20",
    });
  });

  it("is no comparison where both sides are one", () => {
    expect(isSameSide(viewOf("?period=all"), "everything")).toBe(true);
    expect(isSameSide(viewOf("?label=bug"), "everything")).toBe(false);
    expect(isSameSide(viewOf("?team=t1"), "team:t1")).toBe(true);
    expect(isSameSide(viewOf("?team=t1,t2"), "team:t1")).toBe(false);
    expect(isSameSide(viewOf(""), "team:t1")).toBe(false);
  });

  it("is named by the URL; what is none is ignored", () => {
    expect(parseAsComparison.parse("team:t1")).toBe("team:t1");
    expect(parseAsComparison.parse("everything")).toBe("everything");
    for (const text of ["team:", "teams", "", "previously"]) {
      expect(parseAsComparison.parse(text)).toBeNull();
    }
  });

  it("is told in points, with both shares", () => {
    const all = balanceOf({ totals: figuresOf({ feature: 49, maintenance: 51 }) });
    const say = (other: typeof all, here = shown) =>
      besideSentence(other, here, { name: "everything", locale: "en-GB" });
    expect(say(all)).toBe("New features are 9 points above everything: 58% here, 49% there.");
    expect(say(shown)).toBe("New features have the same share as in everything: 58%.");
    const nothing = balanceOf();
    expect(say(nothing)).toContain("No share can be given for everything");
    expect(say(all, nothing)).toContain("No share can be given for what is shown");
  });
});
