import fc from "fast-check";
import { expect, test } from "vitest";
import { digestDays, digestDueAt } from "@/lib/agreements/digest-days";
import { weekdays } from "@/lib/domain/balance";

test.each([
  ["2026-03-02", "weekly", "monday", "2026-03-02", "2026-02-23", "2026-03-01"],
  ["2026-03-08", "weekly", "monday", "2026-03-02", "2026-02-23", "2026-03-01"],
  ["2026-03-08", "weekly", "sunday", "2026-03-08", "2026-03-01", "2026-03-07"],
  ["2026-03-31", "monthly", "monday", "2026-03-01", "2026-02-01", "2026-02-28"],
  ["2026-01-01", "monthly", "monday", "2026-01-01", "2025-12-01", "2025-12-31"],
] as const)("on %s the %s digest (%s) is that of %s", (today, every, weekStart, day, from, to) => {
  expect(digestDays(today, every, weekStart)).toEqual({ day, from, to });
});

const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const dayMs = 86_400_000;

test("digests of every other week tell of each day once, whatever day they are asked on", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...weekdays), (today, weekStart) => {
      const { day, from, to } = digestDays(today, "two_weeks", weekStart);
      expect(Date.parse(day) - Date.parse(from)).toBe(14 * dayMs);
      expect(Date.parse(day) - Date.parse(to)).toBe(dayMs);
      const age = Date.parse(today) - Date.parse(day);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(14 * dayMs);
      const next = new Date(Date.parse(day) + 14 * dayMs).toISOString().slice(0, 10);
      expect(digestDays(next, "two_weeks", weekStart).from).toBe(day);
      const inAWeek = new Date(Date.parse(today) + 7 * dayMs).toISOString().slice(0, 10);
      expect([day, next]).toContain(digestDays(inAWeek, "two_weeks", weekStart).day);
    }),
  );
});

test.each([
  ["2026-03-02", "Europe/Berlin", "2026-03-02T07:00:00.000Z"],
  ["2026-07-06", "Europe/Berlin", "2026-07-06T06:00:00.000Z"],
  ["2026-03-02", "America/New_York", "2026-03-02T13:00:00.000Z"],
])("is made in the morning of %s in %s", (day, timeZone, at) => {
  expect(digestDueAt(day, timeZone).toISOString()).toBe(at);
});
