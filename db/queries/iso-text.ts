import { type SQL, sql } from "drizzle-orm";

/** The two drivers write instants differently; one text form in UTC serves both. */
export function isoText(column: SQL): SQL {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
