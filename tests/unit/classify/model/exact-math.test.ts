import fc from "fast-check";
import { expect, it } from "vitest";
import { exactExp, logistic } from "@/lib/classify/model/exact-math";

it("is e^x to fourteen digits", () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
      expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
    }),
  );
});

it("stays finite where e^x does not", () => {
  expect(exactExp(1e9)).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(exactExp(-1e9)).toBeGreaterThan(0);
});

it("makes probabilities of both sides that add up", () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
      expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 12);
    }),
  );
});
