import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, indexAt, niceTicks, seriesAt } from "@/components/charts/scale";
import { seamPath } from "@/components/charts/seam-path";

const forms = fc.constantFrom("bars" as const, "areas" as const);

describe("the bands of a chart", () => {
  it("cover its width without gap or overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), forms, (count, form) => {
        expect(bandOf(0, count, form).from).toBe(0);
        expect(bandOf(count - 1, count, form).to).toBeCloseTo(1);
        for (let index = 1; index < count; index += 1) {
          expect(bandOf(index, count, form).from).toBeCloseTo(bandOf(index - 1, count, form).to);
        }
      }),
    );
  });

  it("give the bucket that is under the pointer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), forms, fc.nat(), (count, form, seed) => {
        const index = seed % count;
        const { from, to } = bandOf(index, count, form);
        expect(indexAt((from + to) / 2, count, form)).toBe(index);
      }),
    );
  });
});

describe("the ticks", () => {
  it("start at 0, reach the highest value and stay few", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (highest) => {
        const ticks = niceTicks(highest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("a stack", () => {
  it("is read by height: the series there, or none above it", () => {
    const values = { feature: 3, maintenance: 0, tech_debt: 2 };
    const order = ["feature", "maintenance", "tech_debt"] as const;
    expect(seriesAt(values, order, 2.9)).toBe("feature");
    expect(seriesAt(values, order, 3)).toBe("tech_debt");
    expect(seriesAt(values, order, 5)).toBeNull();
  });
});

describe("the seam", () => {
  it("breaks where there is no data instead of bridging it", () => {
    const step = (from: number) => ({ from, to: from + 10, y: 5 });
    const steps = [step(0), step(10), null, step(30)];
    expect(seamPath(steps, "joined")).toBe("M0 5H10L10 5H20M30 5H40");
    expect(seamPath(steps, "treads")).toBe("M0 5H10M10 5H20M30 5H40");
  });
});
