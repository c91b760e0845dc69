import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisTicks } from "@/components/balance/axis-ticks";
import { addDays, monthStart } from "@/components/balance/calendar";

const months = (count: number) =>
  Array.from({ length: count }, (_, index) => monthStart("2023-11-01", index));

describe("the names under the axis", () => {
  it("keep to the calendar's rhythm and give the year where it changes", () => {
    const names = axisTicks(months(37), "month", 14, "en-GB").map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(["Jan 2024", "Apr", "Jul", "Oct", "Jan 2025"]);
  });

  it("name every bucket where there is room", () => {
    expect(axisTicks(months(6), "month", 12, "en-GB")).toHaveLength(6);
  });

  it("are never more than fit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("week" as const, "month" as const),
        (count, most, size) => {
          const weeks = Array.from({ length: count }, (_, at) => addDays("2020-01-06", at * 7));
          const starts = size === "week" ? weeks : months(count);
          expect(axisTicks(starts, size, most, "en-GB").length).toBeLessThanOrEqual(most + 1);
        },
      ),
    );
  });
});
