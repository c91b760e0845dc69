import { describe, expect, it } from "vitest";
import type { Example } from "@/lib/classify/model/fit-margin";
import { loudnessOf } from "@/scripts/classifier/loudness";

const example = (side: 1 | -1, ...slots: number[]): Example => ({
  features: { slots: Int32Array.from(slots), values: new Float64Array(slots.length).fill(1) },
  side,
  importance: 1,
  given: 0,
});
const examples = [example(1, 0, 1), example(1, 0, 1), example(-1, 1, 2), example(-1, 1, 2)];
const repositories = Float64Array.from([3, 5, 4, 3]);
const of = (share: number, prior = 0) => [
  ...loudnessOf(examples, repositories, { prior, share, most: 2 }),
];

describe("the loudness of a feature", () => {
  it("is more where only one side says it than where both do", () => {
    const [one = 0, both = 0, other = 0] = of(0.7);
    expect(one).toBeGreaterThan(both * 3);
    expect(other).toBe(one);
  });

  it("is less the more has to be said before it is believed", () => {
    const ratio = ([one = 0, both = 1]: number[]) => one / both;
    expect(ratio(of(0.7, 20))).toBeLessThan(ratio(of(0.7, 1)));
  });

  it("has a mean square of 1 over features, once a repository", () => {
    const energy = of(0.7).reduce(
      (sum, value, i) => sum + value * value * (repositories[i] ?? 0),
      0,
    );
    expect(energy / 15).toBeCloseTo(1, 12);
  });

  it("is 1 throughout where it depends on nothing", () => {
    expect(of(0)).toEqual([1, 1, 1, 1]);
  });
});
