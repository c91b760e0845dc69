import { describe, expect, it } from "vitest";
import {
  flowSelection,
  oldestSelection,
  unestimatedSelection,
} from "@/components/flow/flow-selection";
import { chartedCategories } from "@/lib/domain/category";
import { flowOf } from "./sample-flow";

const locale = "en-GB";
const flow = flowOf({
  opened: [
    [1, "tech_debt", 4],
    [1, "feature", 2],
    [0, "excluded", 7],
  ],
  done: [[2, "tech_debt", 1]],
  ages: [
    {
      ...{ category: "tech_debt", items: 3, medianDays: 5, p85Days: 8, oldestDays: 9.5 },
      oldestCreatedAt: new Date("2026-02-12T23:30:00Z"),
    },
  ],
});
const bucket = { start: "2026-02-09", end: "2026-02-15" };

describe("a clicked number of the flow", () => {
  it("asks for what was opened or done in its bucket and category", () => {
    const opened = { measure: "opened", bucket, category: "tech_debt" } as const;
    expect(flowSelection(flow, opened, { label: ["api"] }, locale)).toEqual({
      title: "Tech debt, 9 – 15 Feb 2026",
      clicked: "Opened: 4 items",
      query: {
        label: ["api"],
        category: ["tech_debt"],
        openedFrom: bucket.start,
        openedTo: bucket.end,
      },
    });
    const done = { measure: "done", bucket: null, category: "tech_debt" } as const;
    expect(flowSelection(flow, done, {}, locale)).toMatchObject({
      clicked: "Done: 1 item",
      query: { category: ["tech_debt"], doneFrom: "2026-02-02", doneTo: "2026-02-22" },
    });
  });

  it("counts all that is drawn where it is of no category, and the excluded apart", () => {
    const together = { measure: "opened", bucket, category: null } as const;
    expect(flowSelection(flow, together, {}, locale)).toMatchObject({
      clicked: "Opened: 6 items",
      query: { category: [...chartedCategories] },
    });
    const excluded = { measure: "opened", bucket: null, category: "excluded" } as const;
    expect(flowSelection(flow, excluded, {}, locale)).toMatchObject({
      title: "Excluded, 2 – 22 Feb 2026",
      clicked: "Opened: 7 items",
    });
  });

  it("is of points where the flow is, but for lead times; what has none is found apart", () => {
    const leadTime = { bucket: null, category: "tech_debt", items: 3 } as const;
    const inPoints = {
      ...flowOf({
        done: [[2, "tech_debt", 13]],
        leadTimes: [{ ...leadTime, medianDays: 1, p85Days: 2 }],
      }),
      unit: "points" as const,
    };
    const done = { measure: "done", bucket: null, category: "tech_debt" } as const;
    expect(flowSelection(inPoints, done, {}, locale).clicked).toBe("Done: 13 points");
    const ofItems = { ...done, ofItems: true } as const;
    expect(flowSelection(inPoints, ofItems, {}, locale).clicked).toBe("Done: 3 items");
    expect(unestimatedSelection(inPoints, "done", {}, locale)).toMatchObject({
      clicked: "Done: 0 items without an estimate",
      query: { estimated: "no", doneFrom: "2026-02-02", category: [...chartedCategories] },
    });
  });

  it("asks for what was open on the last day, and for its oldest, as it was known", () => {
    const open = { measure: "open", bucket: null, category: "tech_debt" } as const;
    const scope = { asKnownAt: "2026-02-20" };
    const query = { ...scope, category: ["tech_debt"], openOn: "2026-02-22" };
    expect(flowSelection(flow, open, scope, locale)).toEqual({
      title: "Tech debt, 22 Feb 2026",
      clicked: "Open: 3 items, as known on 20 Feb 2026",
      query,
    });
    expect(oldestSelection(flow, "tech_debt", scope, locale)).toEqual({
      title: "Oldest, Tech debt, 22 Feb 2026",
      clicked: "Open since 13 Feb 2026, as known on 20 Feb 2026",
      query: { ...query, openedTo: "2026-02-13" },
    });
  });
});
