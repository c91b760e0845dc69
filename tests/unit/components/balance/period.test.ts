import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, todayIn, weekStartOf } from "@/components/balance/calendar";
import { defaultBucket, type Period, periods, rangeOf } from "@/components/balance/period";
import { weekdays } from "@/lib/domain/balance";

const today = "2026-11-22";
const choose = (period: Period) => ({ period, from: null, to: null });

describe("the period", () => {
  it("of 12 weeks is twelve whole weeks of the product's own week, the running one last", () => {
    expect(rangeOf(choose("12w"), today, "monday")).toEqual({ from: "2026-08-31", to: today });
    expect(rangeOf(choose("12w"), today, "sunday")).toEqual({ from: "2026-09-06", to: today });
  });

  it("of months begins with a month", () => {
    expect(rangeOf(choose("12m"), today, "monday").from).toBe("2025-12-01");
    expect(rangeOf(choose("3y"), today, "monday").from).toBe("2023-12-01");
  });

  it("of chosen days is these days", () => {
    const custom = { period: "custom", from: "2026-01-05", to: null } as const;
    expect(rangeOf(custom, today, "monday")).toEqual({ from: "2026-01-05" });
  });

  it("never begins after it ends, and draws at most 70 buckets of its own bucket size", () => {
    const length = { day: 1, week: 7, month: 28, quarter: 90 };
    const some = periods.filter((period) => period !== "custom" && period !== "all");
    fc.assert(
      fc.property(
        fc.constantFrom(...some),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...weekdays),
        (period, offset, weekStart) => {
          const day = addDays("1990-01-01", offset);
          const { from = "", to = "" } = rangeOf(choose(period), day, weekStart);
          const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
          expect(days).toBeGreaterThan(0);
          expect(days / length[defaultBucket(choose(period), { from, to }, day)]).toBeLessThan(70);
        },
      ),
    );
  });
});

describe("the calendar", () => {
  it("finds the week's first day, which is at most six days back", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.constantFrom(...weekdays), (offset, weekStart) => {
        const day = addDays("1990-01-01", offset);
        const start = weekStartOf(day, weekStart);
        const isoWeekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
        expect(weekdays[isoWeekday]).toBe(weekStart);
        expect(start <= day && day <= addDays(start, 6)).toBe(true);
      }),
    );
  });

  it("knows which day it is in the product's time zone", () => {
    const instant = Date.parse("2026-03-01T23:30:00Z");
    expect(todayIn("UTC", instant)).toBe("2026-03-01");
    expect(todayIn("Asia/Tokyo", instant)).toBe("2026-03-02");
  });
});
