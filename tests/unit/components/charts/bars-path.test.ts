import { expect, it } from "vitest";
import { barsPath } from "@/components/charts/bars-path";

it("draws all bars as one path, and none for what has no height", () => {
  const bar = { left: 10, right: 14.25, top: 20, bottom: 30 };
  expect(barsPath([bar])).toBe("M10 30V20H14.3V30Z");
  expect(barsPath([{ ...bar, top: 30 }, bar])).toBe("M10 30V20H14.3V30Z");
  expect(barsPath([bar, bar]).match(/M/g)).toHaveLength(2);
  expect(barsPath([])).toBe("");
});
