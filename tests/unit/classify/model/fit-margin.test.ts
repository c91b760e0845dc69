import { describe, expect, it } from "vitest";
import { type Example, fitMargin } from "@/lib/classify/model/fit-margin";
import { DenseWeights } from "@/scripts/classifier/dense-weights";

const features = (...slots: number[]) => ({
  slots: Int32Array.from(slots),
  values: new Float64Array(slots.length).fill(1),
});
const example = (side: 1 | -1, ...slots: number[]): Example => ({
  features: features(...slots),
  side,
  importance: 1,
  given: 0,
});
const options = { cost: 10, rounds: 50, seed: 1 };

function fitted(examples: readonly Example[]) {
  const weights = new DenseWeights(new Float64Array(8).fill(1));
  const bias = fitMargin(examples, weights, options);
  return { margin: (...slots: number[]) => bias + weights.margin(features(...slots)), weights };
}

describe("a fitted margin", () => {
  const examples = [example(1, 0, 1), example(1, 0, 2), example(-1, 3, 1), example(-1, 3, 2)];

  it("separates what can be separated", () => {
    const { margin } = fitted(examples);
    expect(margin(0)).toBeGreaterThan(0.5);
    expect(margin(3)).toBeLessThan(-0.5);
    expect(Math.abs(margin(1))).toBeLessThan(0.1);
  });

  it("is the same to the last bit from the same examples", () => {
    expect(fitted(examples).weights.values).toEqual(fitted(examples).weights.values);
  });

  it("changes nothing where what is given is enough already", () => {
    const sure = examples.map((one) => ({ ...one, given: one.side * 2 }));
    expect([...fitted(sure).weights.values].every((weight) => weight === 0)).toBe(true);
  });

  it("leaves an example without importance out", () => {
    const { margin } = fitted([...examples, { ...example(-1, 0), importance: 0 }]);
    expect(margin(0)).toBeCloseTo(fitted(examples).margin(0), 2);
  });
});
