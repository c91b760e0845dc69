import { createParser } from "nuqs/server";

/** A calendar day `YYYY-MM-DD`, or an instant, in the URL; anything else is ignored. */
export const parseAsKnown = createParser({
  parse: (text) =>
    /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?Z)?$/.test(text) && !Number.isNaN(Date.parse(text))
      ? text
      : null,
  serialize: (known: string) => known,
});
