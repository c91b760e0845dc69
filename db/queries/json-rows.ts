import { type SQL, sql } from "drizzle-orm";

/**
 * Rows as one jsonb parameter, to be read with `jsonb_to_recordset`: about five times as fast as
 * Drizzle's batched values. The parameter goes as text, so that neither driver encodes it again.
 */
export function jsonRows(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`;
}

/**
 * Texts for `= any`, as one parameter: drivers disagree about arrays, not about JSON. An array is
 * looked up in an index element by element; a subquery would be joined with a scan of the whole
 * table wherever there are no statistics, which is always so in the embedded database.
 */
export function jsonTexts(values: readonly string[]): SQL {
  return sql`(array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)))`;
}

/** Between texts of JSON, which hold no control character as itself. */
const separator = "\u001E";

/**
 * Large texts of JSON as one array parameter. As strings within JSON they would be escaped here and
 * read again there, which took a fifth of the time of storing a page.
 */
export function joinedJson(texts: readonly string[]): SQL {
  return sql`string_to_array(${texts.join(separator)}::text, ${separator})`;
}

/** Ids for `= any`: typed, so that the index on the uuid column serves. */
export function jsonUuids(values: readonly string[]): SQL {
  return sql`(array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)::uuid))`;
}
