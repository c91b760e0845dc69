import { createParser } from "nuqs/server";

/** A calendar day `YYYY-MM-DD` in the URL; anything else is ignored. */
export const parseAsDay = createParser({
  parse: (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null,
  serialize: (day: string) => day,
});
