import { z } from "zod";
import { type Weekday, weekdays } from "@/lib/domain/balance";
import { digestFrequencies } from "@/lib/domain/digest";
import { mostOutsidePeriods, triggerPeriods } from "@/lib/domain/trigger";
import { idSchema, instantSchema, listOf, pageOf } from "./common";
import { createSourceSchema } from "./sources";

/** True where this runtime knows `name` as an IANA time zone. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // Offsets such as "+02:00" are accepted by Intl, but they know no daylight saving.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, "Unknown time zone. Use an IANA name such as Europe/Berlin.");

/** A weekday's name, or its number: ISO 1 (Monday) to 7 (Sunday); 0 is Sunday too, as in JavaScript. */
export const weekStartSchema = z.union([
  z.enum(weekdays),
  z
    .int()
    .min(0)
    .max(7)
    .transform((day): Weekday => weekdays[(day + 6) % 7] ?? "monday"),
]);

const nameSchema = z.string().trim().min(1, "Give the product a name.").max(200);

export const createProductSchema = z.strictObject({
  name: nameSchema,
  timeZone: timeZoneSchema.default("UTC"),
  weekStart: weekStartSchema.default("monday"),
  /** Connected at once: where it is refused, there is no product either. */
  source: createSourceSchema.optional(),
});

/** A request without a body asks for the usual. */
export const createSampleProductSchema = z
  .strictObject({ timeZone: timeZoneSchema.default("UTC") })
  .prefault({});

export const updateProductSchema = z
  .strictObject({
    name: nameSchema.optional(),
    timeZone: timeZoneSchema.optional(),
    weekStart: weekStartSchema.optional(),
    digest: z.enum(digestFrequencies).optional(),
    outsidePeriods: z
      .int(`Give a whole number from 1 to ${mostOutsidePeriods}.`)
      .min(1, "Give at least 1.")
      .max(mostOutsidePeriods, `Give at most ${mostOutsidePeriods}.`)
      .optional(),
    outsidePeriod: z.enum(triggerPeriods).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Name at least one field to change.");

export const productSchema = z.object({
  id: idSchema,
  name: z.string(),
  timeZone: z.string(),
  weekStart: z.enum(weekdays),
  /** How often its digest is made. */
  digest: z.enum(digestFrequencies),
  /** So many whole periods outside the band in a row ask for a talk. */
  outsidePeriods: z.int(),
  outsidePeriod: z.enum(triggerPeriods),
  /** True for generated data; every page that shows it says so. */
  sample: z.boolean(),
  createdAt: instantSchema,
});
export type Product = z.infer<typeof productSchema>;

export const listProductsSchema = z.strictObject(pageOf(100));

export const productListSchema = listOf(productSchema);
export type ProductList = z.infer<typeof productListSchema>;
