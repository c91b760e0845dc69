import { type SQL, sql } from "drizzle-orm";

/** Days as an array of dates, sent as one value however many they are. */
export function daysArray(days: string[]): SQL {
  return sql`(array(select jsonb_array_elements_text(${JSON.stringify(days)}::text::jsonb)::date))`;
}
