import { describe, expect, it } from "vitest";
import {
  codeOf,
  decodeWeights,
  encodeWeights,
  levelsOf,
  type ModelWeights,
} from "@/lib/classify/model/weights-file";
import { shippedBytes } from "./shipped-model";

const line = { slope: 2, offset: -0.5 };
const lines = { feature: line, rewrite: line, techDebt: line };
const weights: ModelWeights = {
  biases: [0.25, -1, 0],
  calibration: { withBody: lines, titleOnly: lines },
  threshold: 0.8,
  scales: [1, 0.5, 2],
  slots: Int32Array.from([0, 1, 127, 128, 300, 16_384, 16_777_215]),
  codes: Int8Array.from(Array.from({ length: 21 }, (_, i) => i * 12 - 127)),
};

describe("the weights file", () => {
  it("gives back what was put in", () => {
    expect(decodeWeights(encodeWeights(weights))).toEqual(weights);
  });

  it("of this version is what ships, in two megabytes at most", () => {
    expect(decodeWeights(shippedBytes).slots.length).toBeGreaterThan(50_000);
    expect(shippedBytes.length).toBeLessThanOrEqual(2_000_000);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("not weights\nat all")],
    ["another format", new TextEncoder().encode('{"format":"other"}\n')],
    ["a cut file", encodeWeights(weights).subarray(0, -1)],
    ["a file with more", Uint8Array.from([...encodeWeights(weights), 0])],
  ])("is refused where it is %s", (_what, bytes) => {
    expect(() => decodeWeights(bytes)).toThrow(TypeError);
  });
});

describe("a code", () => {
  it("stands for the nearest level, within a step of the weight", () => {
    const levels = levelsOf([2, 2, 2]);
    for (let weight = -2; weight <= 2; weight += 0.001) {
      const level = levels[codeOf(weight, 2) + 128] ?? Number.NaN;
      expect(Math.abs(level - weight)).toBeLessThan(0.02);
    }
  });
});
