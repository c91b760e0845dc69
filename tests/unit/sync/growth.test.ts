import { expect, test } from "vitest";
import { hasDoubled } from "@/lib/sync/growth";

test("a walk of a hundred thousand records in pages of 100 doubles nine times", () => {
  const pages = Array.from({ length: 1000 }, (_, page) => page * 100);
  const doublings = pages.filter((size) => hasDoubled(size, size + 100));
  expect(doublings.map((size) => size + 100)).toEqual([
    200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 51_200,
  ]);
});

test("a page that jumps over several doublings counts once, one that adds nothing never", () => {
  expect(hasDoubled(0, 10_000)).toBe(true);
  expect(hasDoubled(200, 200)).toBe(false);
  expect(hasDoubled(0, 0)).toBe(false);
});
