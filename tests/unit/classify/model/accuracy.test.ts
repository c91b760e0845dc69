import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accuracyOf,
  fewest,
  isInBand,
  type Judged,
  wilsonInterval,
} from "@/lib/classify/model/accuracy";
import { balanceCategories } from "@/lib/domain/category";

const category = fc.constantFrom(...balanceCategories);
const judged: fc.Arbitrary<Judged> = fc
  .record({
    month: fc.constantFrom("2026-01", "2026-02", "2026-03"),
    truth: category,
    said: category,
    sharedSaid: category,
    confidence: fc.double({ min: 0.25, max: 1, noNaN: true }),
    isSilent: fc.nat({ max: 9 }).map((one) => one === 0),
  })
  .map(({ month, truth, said, sharedSaid, confidence, isSilent }) => ({
    month,
    own: { truth, said: isSilent ? null : said, confidence: isSilent ? 0 : confidence },
    shared: { truth, said: isSilent ? null : sharedSaid, confidence: isSilent ? 0 : confidence },
  }));
const many = fc.array(judged, { maxLength: 120 });
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const made = (count: number, right: number): Judged[] =>
  Array.from({ length: count }, (_, index) => {
    const said = index < right ? ("feature" as const) : ("rewrite" as const);
    const forecast = { truth: "feature" as const, said, confidence: 0.7 };
    return { month: "2026-01", own: forecast, shared: { ...forecast, said: "feature" } };
  });

describe("the accuracy on corrected items", () => {
  it("adds up: pairs, categories, bands and months are each all that was answered", () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 1, noNaN: true }), (all, threshold) => {
        const { own, shared, decided, silent, ...parts } = accuracyOf(all, { threshold });
        expect(own.n + silent).toBe(all.length);
        expect(shared.n).toBe(own.n);
        const { confusion, categories, bands, months } = parts;
        expect(sum(confusion.map(({ n }) => n))).toBe(own.n);
        const diagonal = confusion.filter(({ said, corrected }) => said === corrected);
        expect(sum(diagonal.map(({ n }) => n))).toBe(own.right);
        for (const rates of [
          categories.map(({ said }) => said),
          categories.map(({ corrected }) => corrected),
          bands.map(({ rate }) => rate),
          months.map((month) => month.own),
        ]) {
          expect(sum(rates.map(({ n }) => n))).toBe(own.n);
          expect(sum(rates.map(({ right }) => right))).toBe(own.right);
        }
        expect(sum(months.map((month) => month.shared.right))).toBe(shared.right);
        const sure = all.filter((one) => one.own.said && one.own.confidence >= threshold);
        expect(decided.n).toBe(sure.length);
      }),
    );
  });

  it("says nothing of few, and of enough what was right", () => {
    const few = accuracyOf(made(fewest - 1, 3), { threshold: 0 });
    expect(few.own).toEqual({ n: fewest - 1, right: 3, accuracy: null, interval: null });
    const enough = accuracyOf(made(fewest, 15), { threshold: 0.8 });
    expect(enough.own).toMatchObject({ n: 20, right: 15, accuracy: 0.75 });
    expect(enough.shared).toMatchObject({ n: 20, right: 20, accuracy: 1 });
    expect(enough.decided).toMatchObject({ n: 0, accuracy: null });
    expect(enough.confusion).toContainEqual({ said: "rewrite", corrected: "feature", n: 5 });
    expect(enough.bands.find(({ rate }) => rate.n > 0)).toMatchObject({ from: 0.7, to: 0.8 });
  });

  it("has an interval around it within 0 and 1, the narrower the more items", () => {
    expect(wilsonInterval(15, 20).low).toBeCloseTo(0.5313, 4);
    expect(wilsonInterval(15, 20).high).toBeCloseTo(0.8881, 4);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat({ max: 1000 }), (n, some) => {
        const right = Math.min(n, some);
        const { low, high } = wilsonInterval(right, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(right / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(right / n - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
        const wider = high - low;
        const more = wilsonInterval(right * 10, n * 10);
        expect(more.high - more.low).toBeLessThan(wider);
      }),
    );
  });

  it("puts every confidence into one band", () => {
    const { bands } = accuracyOf([], { threshold: 0.8 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (confidence) => {
        expect(bands.filter((band) => isInBand(confidence, band))).toHaveLength(1);
      }),
    );
  });
});
