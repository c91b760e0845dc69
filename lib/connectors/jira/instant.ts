import { z } from "zod";

/** Before this, a number counts seconds; after it, milliseconds (it is 1973 in milliseconds). */
const secondsBound = 1e11;

/**
 * Jira's instants: `2012-09-24T18:44:14.000+0000` (no colon in the offset), ISO 8601, or, in the
 * bulk changelog, a number counted from 1970.
 */
export const instantSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const instant = readInstant(value);
  if (instant !== null) return instant;
  context.addIssue({ code: "custom", message: "not an instant" });
  return z.NEVER;
});

function readInstant(value: string | number): Date | null {
  if (typeof value === "number") {
    return dateOrNull(Math.abs(value) < secondsBound ? value * 1000 : value);
  }
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)$/.exec(value);
  if (match === null) return null;
  const [, time, zone = "Z"] = match;
  return dateOrNull(`${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")}`);
}

function dateOrNull(value: string | number): Date | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
