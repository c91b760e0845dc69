import { z } from "zod";

// What a text that is too long is refused with, where its schema has no words of its own for people.
z.config({
  customError: ({ code, origin, maximum }) =>
    code === "too_big" && origin === "string" ? `Write at most ${maximum} characters.` : undefined,
});

/** A calendar day in the product's time zone, `YYYY-MM-DD`. Ranges name their first and last day. */
export const dateSchema = z.iso
  .date("Give a date as YYYY-MM-DD.")
  .refine((day) => !day.startsWith("0000"), "Years begin with 0001.");

export const instantSchema = z.iso.datetime();

export const idSchema = z.uuid();

export const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorSchema>;

/** What an answer of numbers comes as: for programs, or for a spreadsheet. */
export const numbersFormat = z.enum(["json", "csv"]).default("json");

/** A cursor-paged list. `nextCursor` is opaque; null is the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** How a page of a list is asked for: `limit` many, after the place that the page before named. */
export function pageOf(limit: number, most = 500) {
  return {
    limit: z.coerce.number().int().min(1).max(most).default(limit),
    cursor: z.string().max(500).optional(),
  };
}

/** A query parameter that may be given once, several times, or as a comma-separated list. */
export function manyOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) =>
      value === undefined ? undefined : [value].flat().flatMap((part) => String(part).split(",")),
    z.array(z.enum(values)).min(1).optional(),
  );
}

export const unstorable = "No stored text holds a NUL character or half a character.";

export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** A text to be found as it is stored, where no NUL can be. */
export const storedText = z.string().min(1).max(500).refine(isStorable, unstorable);

/** Part of a stored text, to look for; empty looks for nothing. */
export const searchText = z.string().trim().max(200).refine(isStorable, unstorable);

/** What a person writes to be kept: without a NUL or half a character, which no text column holds. */
export function writtenText(most: number) {
  return z.string().trim().max(most).refine(isStorable, unstorable);
}

/** A query parameter whose values may hold commas: repeat it to give several. */
export const repeatedText = z.preprocess(
  (value) => (value === undefined ? undefined : [value].flat()),
  z.array(storedText).min(1).max(50).optional(),
);

/** A query parameter of ids, given once or several times; in lower case, as they are stored. */
export function repeatedId(most: number) {
  return z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat()),
    z.array(idSchema.toLowerCase()).min(1).max(most).optional(),
  );
}
