import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calibration, calibrate } from "@/lib/classify/model/calibration";
import { balanceCategories } from "@/lib/domain/category";

const line = fc.record({
  slope: fc.double({ min: 0.1, max: 10, noNaN: true }),
  offset: fc.double({ min: -3, max: 3, noNaN: true }),
});
const calibration: fc.Arbitrary<Calibration> = fc.record({
  feature: line,
  rewrite: line,
  techDebt: line,
});
const margin = fc.double({ min: -5, max: 5, noNaN: true });

describe("calibrated probabilities", () => {
  it("are none below 0, and 1 together", () => {
    fc.assert(
      fc.property(calibration, margin, margin, margin, (lines, a, b, c) => {
        const p = calibrate(lines, [a, b, c]);
        for (const category of balanceCategories) expect(p[category]).toBeGreaterThanOrEqual(0);
        expect(balanceCategories.reduce((sum, name) => sum + p[name], 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("rise with the margin of their own question", () => {
    const names = ["feature", "rewrite", "tech_debt"] as const;
    fc.assert(
      fc.property(calibration, margin, margin, margin, (lines, a, b, c) => {
        names.forEach((name, output) => {
          const more = [a, b, c].map((value, i) => (i === output ? value + 1 : value));
          const [x = 0, y = 0, z = 0] = more;
          const before = calibrate(lines, [a, b, c])[name];
          expect(calibrate(lines, [x, y, z])[name]).toBeGreaterThan(before - 1e-12);
        });
      }),
    );
  });

  it("leave the sides alone when only the kind of upkeep moves", () => {
    fc.assert(
      fc.property(calibration, margin, margin, margin, (lines, a, b, c) => {
        expect(calibrate(lines, [a, b, c]).feature).toBe(calibrate(lines, [a, c, b]).feature);
      }),
    );
  });
});
