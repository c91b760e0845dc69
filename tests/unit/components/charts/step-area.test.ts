import { expect, it } from "vitest";
import { stepArea } from "@/components/charts/step-area";

const step = (from: number, y: number) => ({ from, to: from + 10, y });

it("bars stand apart with a gap between them, and nothing is drawn where there is none", () => {
  expect(stepArea([step(0, 5), null, step(20, 8)], 40, "apart", 2)).toBe(
    "M1 40V5H9V40ZM21 40V8H29V40Z",
  );
  expect(stepArea([null, null], 40, "apart")).toBe("");
});

it("joined neighbours are one shape, broken where there is nothing", () => {
  expect(stepArea([step(0, 5), step(10, 8), null, step(30, 9)], 40, "joined")).toBe(
    "M0 40V5H10V8H20V40ZM30 40V9H40V40Z",
  );
});
