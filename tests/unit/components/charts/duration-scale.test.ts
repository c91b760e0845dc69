import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationScale } from "@/components/charts/duration-scale";

const days = fc.double({ min: 0, max: 30_000, noNaN: true });

describe("the scale of durations", () => {
  it("orders any durations, within its ends", () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), (values) => {
        const { heightOf, ticks } = durationScale(values);
        const heights = values.toSorted((a, b) => a - b).map(heightOf);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
        expect(heights.every((height) => height >= 0 && height <= 1)).toBe(true);
        expect(ticks[0]?.at).toBe(0);
        expect(ticks.at(-1)?.at).toBe(1);
      }),
    );
  });

  it("runs from the mark under the least to the mark over the most", () => {
    const names = (values: number[]) => durationScale(values).ticks.map(({ name }) => name);
    expect(names([2, 20])).toEqual(["day", "week", "month"]);
    expect(names([0, 400])).toEqual(["hour", "day", "week", "month", "year", "3 yrs"]);
    expect(names([7, 7])).toEqual(["week", "month"]);
    expect(names([])).toHaveLength(2);
    expect(names([90_000])).toEqual(["10 yrs", "100 yrs"]);
  });
});
