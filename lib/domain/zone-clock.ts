/**
 * How far a time zone's clocks are ahead of UTC: `offsets[n]` seconds until `turns[n]`, which is in
 * seconds since 1970; the last of them, one more than there are turns, from the last turn on. As far
 * as days go: see `dayEndOf`.
 */
export type ZoneClock = { turns: number[]; offsets: number[] };

const minuteMs = 60_000;
const daySeconds = 86_400;
const stepMs = 7 * 24 * 60 * minuteMs;
/** No tracker tells of anything before or after. */
const firstMs = Date.UTC(1970, 0, 1);
const lastMs = Date.UTC(2100, 0, 1);

const known = new Map<string, ZoneClock>();

/**
 * A zone's clock by this runtime's rules, which the calendar goes by too. A database has rules of its
 * own: older or newer ones, names it does not know, and `CET`, `EET`, `MET` and `WET` without summer.
 */
export function zoneClock(timeZone: string): ZoneClock {
  const found = known.get(timeZone);
  if (found) return found;
  const made = readClock(timeZone);
  known.set(timeZone, made);
  return made;
}

/** No zone has ever turned its clocks twice in a week; all have turned them at whole minutes. */
function readClock(timeZone: string): ZoneClock {
  const offsetAt = offsetsOf(timeZone);
  let offset = offsetAt(firstMs);
  const clock: ZoneClock = { turns: [], offsets: [offset] };
  for (let ms = firstMs + stepMs; ms <= lastMs; ms += stepMs) {
    const next = offsetAt(ms);
    if (next === offset) continue;
    let [before, after] = [ms - stepMs, ms];
    while (after - before > minuteMs) {
      const middle = Math.floor((before + after) / 2 / minuteMs) * minuteMs;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    clock.turns.push(dayEndOf(after / 1000, { offset, next }));
    clock.offsets.push(next);
    offset = next;
  }
  return clock;
}

/**
 * Where clocks are turned back past a midnight that was over, as in St. John's at a minute past twelve
 * until 2010, the day that had begun goes on: a list of a day is one span of time, and so are its bars.
 */
function dayEndOf(turn: number, { offset, next }: { offset: number; next: number }): number {
  const midnight = Math.ceil((turn + next) / daySeconds) * daySeconds;
  return turn + offset > midnight ? midnight - next : turn;
}

/** Seconds ahead of UTC at an instant of whole seconds. */
function offsetsOf(timeZone: string): (ms: number) => number {
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    ...{ timeZone, hourCycle: "h23", year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  });
  return (ms) => {
    const told = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => told.get(type) ?? 0;
    const day = [part("year"), part("month") - 1, part("day")] as const;
    const local = Date.UTC(...day, part("hour"), part("minute"), part("second"));
    return (local - ms) / 1000;
  };
}
