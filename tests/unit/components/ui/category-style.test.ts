import { describe, expect, it } from "vitest";
import { categoryStyle, surface } from "@/components/ui/category-style";
import { categoryOrNone, chartedCategories } from "@/lib/domain/category";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("the categories' look", () => {
  it.each(categoryOrNone)("%s stands out from the page at 3:1 or more in both schemes", (name) => {
    expect(contrast(categoryStyle[name].light, surface.light)).toBeGreaterThanOrEqual(3);
    expect(contrast(categoryStyle[name].dark, surface.dark)).toBeGreaterThanOrEqual(3);
  });

  it("needs no colour: every charted category has a pattern of its own", () => {
    const patterns = chartedCategories.map((name) => categoryStyle[name].pattern);
    expect(new Set(patterns).size).toBe(chartedCategories.length);
  });
});
