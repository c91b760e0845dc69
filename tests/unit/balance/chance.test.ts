import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceBand } from "@/lib/balance/chance";

/** The chance of exactly `features` among `count`, by multiplying it out. */
function chanceOf(features: number, count: number, share: number): number {
  let chance = 1;
  for (let place = 1; place <= features; place++) chance *= ((count - place + 1) / place) * share;
  return chance * (1 - share) ** (count - features);
}

describe("the band of what chance alone would do", () => {
  it("holds at least nine of ten outcomes, and no more than 5 of 100 lie beyond either end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 99 }),
        (count, percent) => {
          const share = percent / 100;
          const band = chanceBand(share, count);
          if (!band) throw new Error("There is a band for any item.");
          const [first, last] = [Math.round(band.least * count), Math.round(band.most * count)];
          const sum = (from: number, to: number) => {
            let all = 0;
            for (let k = from; k <= to; k++) all += chanceOf(k, count, share);
            return all;
          };
          expect(sum(first, last)).toBeGreaterThanOrEqual(0.9 - 1e-9);
          expect(sum(0, first - 1)).toBeLessThanOrEqual(0.05 + 1e-9);
          expect(sum(last + 1, count)).toBeLessThanOrEqual(0.05 + 1e-9);
          // No narrower band would do: its ends belong to it.
          expect(sum(0, first)).toBeGreaterThan(0.05 - 1e-9);
          expect(sum(last, count)).toBeGreaterThan(0.05 - 1e-9);
        },
      ),
    );
  });

  it("goes on smoothly where the exact one becomes too long to compute", () => {
    const [exact, approximate] = [chanceBand(0.65, 5000), chanceBand(0.65, 5001)];
    expect(exact?.least).toBeCloseTo(approximate?.least ?? 0, 3);
    expect(exact?.most).toBeCloseTo(approximate?.most ?? 0, 3);
    expect(chanceBand(0.65, 1_000_000)?.least).toBeCloseTo(0.6492, 3);
  });

  it("is nothing without items, and a line where all or nothing was agreed", () => {
    expect(chanceBand(0.65, 0)).toBeNull();
    expect(chanceBand(0, 40)).toEqual({ least: 0, most: 0 });
    expect(chanceBand(1, 40)).toEqual({ least: 1, most: 1 });
  });
});
