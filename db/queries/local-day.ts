import { type SQL, sql } from "drizzle-orm";
import { zoneClock } from "@/lib/domain/zone-clock";

/** The clock of a time zone as a table of one row, for `localDay`. */
export function clockOf(timeZone: string): SQL {
  const { turns, offsets } = zoneClock(timeZone);
  return sql`select ${numbers(turns)} as turns, ${numbers(offsets)} as offsets`;
}

/** The day that an instant falls on by a `clock` that was joined. */
export function localDay(instant: SQL): SQL {
  const turned = sql`width_bucket(extract(epoch from ${instant})::float8, clock.turns)`;
  return sql`(${instant} at time zone 'UTC'
    + make_interval(secs => clock.offsets[1 + ${turned}]))::date`;
}

/** One value however many they are. */
function numbers(values: number[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)::float8)`;
}
