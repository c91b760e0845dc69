import { expect, test } from "vitest";
import { dayOf } from "@/lib/balance/calendar";
import { zoneClock } from "@/lib/domain/zone-clock";

const hourMs = 3_600_000;

/** The day by the clock's table, read the slow way. */
function dayByClock(ms: number, timeZone: string): string {
  const { turns, offsets } = zoneClock(timeZone);
  const turned = turns.filter((turn) => turn * 1000 <= ms).length;
  return new Date(ms + (offsets[turned] ?? 0) * 1000).toISOString().slice(0, 10);
}

test.each([
  ...["UTC", "Europe/Berlin", "America/Havana", "America/St_Johns", "Asia/Kathmandu"],
  ...["Pacific/Apia", "Pacific/Chatham", "Africa/Casablanca", "Africa/Monrovia", "CET"],
])("in %s each instant has the day that the calendar gives it", (timeZone) => {
  const { turns, offsets } = zoneClock(timeZone);
  expect(offsets).toHaveLength(turns.length + 1);
  const around = turns
    .filter((turn) => turn < Date.UTC(2040, 0, 1) / 1000)
    .flatMap((turn) => [-24, -1, -0.5, 0, 0.5, 1, 24].map((hours) => turn * 1000 + hours * hourMs));
  const years = Array.from({ length: 500 }, (_, index) => Date.UTC(1970, 0, 1 + index * 50));
  for (const ms of [...around, ...years].flatMap((instant) => [instant - 1000, instant])) {
    if (ms < 0) continue;
    expect([ms, dayByClock(ms, timeZone)]).toEqual([ms, dayOf(new Date(ms), timeZone)]);
  }
});
