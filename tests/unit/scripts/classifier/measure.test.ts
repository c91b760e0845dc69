import { describe, expect, it } from "vitest";
import { interval } from "@/scripts/classifier/bootstrap";
import {
  type Answer,
  accuracyAt,
  calibrationError,
  coverageAt,
  macroF1,
} from "@/scripts/classifier/measure";

const answer = (truth: string, said: string, confidence = 0.5, group = "a"): Answer => ({
  truth,
  said,
  confidence,
  group,
});

describe("figures", () => {
  it("macro-F1 is the mean of each class's own", () => {
    const answers = [answer("x", "x"), answer("x", "y"), answer("y", "y"), answer("y", "y")];
    expect(macroF1(answers, ["x", "y"])).toBeCloseTo((2 / 3 + 4 / 5) / 2, 12);
    expect(macroF1(answers, ["z"])).toBe(0);
  });

  it("coverage is the largest sure part that is accurate enough", () => {
    const answers = [
      answer("x", "x", 0.9),
      answer("x", "y", 0.8),
      answer("x", "x", 0.7),
      answer("x", "y", 0.6),
    ];
    expect(coverageAt(answers, 0.6)).toEqual({ part: 0.75, threshold: 0.7 });
    expect(coverageAt(answers, 0.9)).toEqual({ part: 0.25, threshold: 0.9 });
    expect(accuracyAt(answers, 0.5)).toBe(0.5);
  });

  it("calibration error is none where three of four at 0.75 are right", () => {
    const right = [1, 2, 3].map(() => answer("x", "x", 0.75));
    expect(calibrationError([...right, answer("x", "y", 0.75)])).toBeCloseTo(0, 12);
    expect(calibrationError(right)).toBeCloseTo(0.25, 12);
  });

  it("the interval draws whole repositories, and holds the figure", () => {
    const answers = ["a", "b", "c", "d"].flatMap((group, i) => [
      answer("x", "x", 0.5, group),
      answer("x", i % 2 ? "x" : "y", 0.5, group),
    ]);
    const [low, high] = interval(answers, (some) => accuracyAt(some, 1));
    expect(low).toBeGreaterThanOrEqual(0.5);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
  });
});
