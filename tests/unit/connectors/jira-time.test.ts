import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "@/lib/connectors/jira/local-time";
import { instantOfLocal } from "../../upstream/jira-clock.mjs";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Africa/Casablanca",
];

describe("a bound for JQL", () => {
  it("read in its zone is at or before the instant, and rarely by more than a minute", () => {
    const instants = fc.date({
      min: new Date("2012-01-01T00:00:00Z"),
      max: new Date("2026-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const { text, at } = lowerBound(instant, zone);
        expect(instantOfLocal(text, zone)).toBe(at.getTime());
        expect(at.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instant.getTime() - at.getTime()).toBeLessThan(2 * 3_600_000);
        expect(lowerBound(at, zone)).toEqual({ text, at });
      }),
      { numRuns: 300 },
    );
  });

  it("steps out of the hour that comes twice, to the minute before it", () => {
    const bound = (text: string) => lowerBound(new Date(text), "Europe/Berlin").text;
    expect(bound("2024-10-26T23:59:59Z")).toBe("2024-10-27 01:59");
    expect(bound("2024-10-27T00:30:00Z")).toBe("2024-10-27 01:30");
    expect(bound("2024-10-27T01:30:00Z")).toBe("2024-10-27 01:30");
    expect(bound("2024-10-27T02:00:00Z")).toBe("2024-10-27 03:00");
    expect(bound("2024-03-31T01:00:00Z")).toBe("2024-03-31 03:00");
  });

  it("in an unknown zone is early enough for every zone there is", () => {
    const instant = new Date("2024-06-01T12:34:56Z");
    for (const zone of [null, "Mars/Base"]) {
      const { text, at } = lowerBound(instant, zone);
      for (const real of zones) {
        expect(instantOfLocal(text, real)).toBeLessThanOrEqual(instant.getTime());
      }
      expect(lowerBound(at, zone)).toEqual({ text, at });
    }
  });
});
