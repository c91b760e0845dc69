import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { earlierOptions } from "@/components/balance/balance-query";
import { comparisonSentence, shareChange } from "@/components/balance/comparison-words";
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
