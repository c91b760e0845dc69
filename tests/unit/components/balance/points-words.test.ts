import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  pointsWords,
  signedPoints,
  tenthsOf,
  tenthsTogether,
} from "@/components/balance/points-words";

describe("points of a share", () => {
  it("are shown in tenths, with their sign or without", () => {
    expect(tenthsOf(-0.0934)).toBe(-93);
    expect(signedPoints(-93, "en-GB")).toBe("−9.3");
    expect(signedPoints(20, "en-GB")).toBe("+2");
    expect(signedPoints(tenthsOf(-0.0000001), "en-GB")).toBe("0");
    expect(pointsWords(-10, "en-GB")).toBe("1 point");
    expect(pointsWords(93, "en-GB")).toBe("9.3 points");
  });

  it("of parts add up to those of the whole, and none is further off than a tenth", () => {
    const changes = fc.array(
      fc.integer({ min: -100_000, max: 100_000 }).map((ppm) => ppm / 1e6),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(changes, (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const tenths = tenthsTogether(parts, whole);
        expect(tenths.reduce((sum, part) => sum + part, 0)).toBe(tenthsOf(whole));
        for (const [index, part] of parts.entries()) {
          expect(Math.abs((tenths[index] ?? 0) - part * 1000)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  it("of a part that did nothing are none", () => {
    expect(tenthsTogether([0.0025, 0, 0.0025], 0.005)).toEqual([3, 0, 2]);
  });
});
