import { z } from "zod";
import { bucketings, unitsAhead } from "@/lib/domain/balance";
import { getBalanceSchema } from "./balance";
import { dateSchema, instantSchema, numbersFormat } from "./common";
import { staleSchema } from "./sources";

/**
 * The days, buckets, filters, unit and `asKnownAt` of the balance, but no effort: what was opened has
 * none yet. Durations are always of items.
 */
export const getFlowSchema = getBalanceSchema.omit({ measure: true, breakdown: true }).extend({
  unit: z
    .enum(unitsAhead, {
      error: "The flow counts items or points: effort is known only of what is done.",
    })
    .default("items"),
  format: numbersFormat,
});
export type GetFlow = z.output<typeof getFlowSchema>;

const amount = z.number().min(0);
const count = z.int().min(0);
/** Of 24 hours; null is "no data". */
const days = z.number().min(0).nullable();

/** Half of the items took up to `medianDays`, 85 in 100 up to `p85Days`. */
const daySpreadSchema = z.object({ items: count, medianDays: days, p85Days: days });

const categoryFlowSchema = z.object({
  opened: amount,
  done: amount,
  /** Opened minus done. */
  net: z.number(),
  /** From created to closed, of what was done; nothing where it was closed before. */
  leadTime: daySpreadSchema,
});
export type CategoryFlow = z.infer<typeof categoryFlowSchema>;

const openAgeSchema = daySpreadSchema.extend({
  oldestDays: days,
  /** The day the oldest was created. */
  oldestOpenedOn: dateSchema.nullable(),
});
export type OpenAge = z.infer<typeof openAgeSchema>;

const flowFiguresShape = {
  categories: perCategory(categoryFlowSchema),
  /** Not work: beside the categories. */
  excluded: z.object({ opened: amount, done: amount }),
  /** Items without an estimate; they add 0 points. Always 0 when counting items. */
  unestimated: z.object({ opened: count, done: count }),
};

const flowBucketSchema = z.object({
  /** First and last day of the bucket, both included. */
  start: dateSchema,
  end: dateSchema,
  /** False while the bucket is still running, or where the asked range cuts it short. */
  complete: z.boolean(),
  /** The sprint's, or that the days are of none; only with `bucket=sprint`. */
  name: z.string().optional(),
  ...flowFiguresShape,
});
export type FlowBucket = z.infer<typeof flowBucketSchema>;

const flowFiguresSchema = z.object(flowFiguresShape);
export type FlowFigures = z.infer<typeof flowFiguresSchema>;

export const flowSchema = z.object({
  timeZone: z.string(),
  bucket: z.enum(bucketings),
  unit: z.enum(unitsAhead),
  from: dateSchema,
  to: dateSchema,
  buckets: z.array(flowBucketSchema),
  /** Over the whole range; lead times are of all its items, not of its buckets. */
  totals: flowFiguresSchema,
  /** What is still open at the end of the last day, and how old it is. */
  open: z.object({
    /** Up to when ages run: that end, or the present where it lies ahead. */
    asOf: instantSchema,
    categories: perCategory(openAgeSchema),
    excluded: count,
  }),
  /** When the copy beneath these figures was last complete; null before the first success. */
  syncedAt: instantSchema.nullable(),
  /** Why it is older than it should be, naming the source; null where all are fresh. */
  stale: staleSchema.nullable(),
});
export type Flow = z.infer<typeof flowSchema>;

function perCategory<T extends z.ZodType>(of: T) {
  return z.object({ feature: of, maintenance: of, rewrite: of, tech_debt: of, unclassified: of });
}
