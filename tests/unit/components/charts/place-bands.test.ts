import { expect, it } from "vitest";
import { placeDays } from "@/components/charts/place-bands";

const weeks = [
  { start: "2026-03-02", end: "2026-03-08" },
  { start: "2026-03-09", end: "2026-03-15" },
];

it("divides a bucket by its days where a boundary lies inside it", () => {
  const place = (from: string, to: string) => placeDays({ from, to }, weeks, "bars");
  expect(place("2026-03-01", "2026-04-30")).toEqual({ from: 0, to: 1 });
  expect(place("2026-03-09", "2026-03-15")).toEqual({ from: 0.5, to: 1 });
  expect(place("2026-03-03", "2026-03-14")?.from).toBeCloseTo(1 / 14);
  expect(place("2026-03-03", "2026-03-14")?.to).toBeCloseTo(13 / 14);
  expect(place("2026-02-01", "2026-03-01")).toBeNull();
  expect(place("2026-03-16", "2026-03-20")).toBeNull();
});

it("leaves no room between spans that follow each other, and none of them overlaps", () => {
  const first = placeDays({ from: "2026-03-02", to: "2026-03-10" }, weeks, "bars");
  const next = placeDays({ from: "2026-03-11", to: "2026-03-15" }, weeks, "bars");
  expect(first?.to).toBeCloseTo(next?.from ?? 0, 10);
});
