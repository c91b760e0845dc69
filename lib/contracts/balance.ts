import { z } from "zod";
import { breakdowns, bucketings, measures, units } from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";
import { driftDirections, driftPlaces } from "@/lib/domain/drift";
import { dateSchema, idSchema, instantSchema, numbersFormat, storedText } from "./common";
import { asKnownAtSchema, itemFilterShape } from "./items";
import { staleSchema } from "./sources";

/**
 * `effort_days` is known of what is done: another measure of it is refused.
 * `from` and `to` are days in the product's time zone, both included. `from=first` begins with the
 * bucket of the first item that the measure and the filters count.
 */
export const getBalanceSchema = z.strictObject({
  ...itemFilterShape,
  from: z.union([dateSchema, z.literal("first")]).optional(),
  to: dateSchema.optional(),
  bucket: z.enum(bucketings).default("week"),
  /** With `bucket=sprint`: the board whose sprints they are, where several run side by side. */
  board: storedText.optional(),
  measure: z.enum(measures).default("done"),
  unit: z.enum(units).default("items"),
  breakdown: z.enum(breakdowns).default("category"),
  asKnownAt: asKnownAtSchema,
});
export type GetBalance = z.output<typeof getBalanceSchema>;

/** The same, and what it is answered as. */
export const getBalanceAsSchema = getBalanceSchema.extend({ format: numbersFormat });

const amount = z.number().min(0);
export const countsSchema = z.object({
  feature: amount,
  maintenance: amount,
  rewrite: amount,
  tech_debt: amount,
  unclassified: amount,
});

const share = z.number().min(0).max(1).nullable();
export const sharesSchema = z.object({
  feature: share,
  maintenance: share,
  rewrite: share,
  tech_debt: share,
});

const between = z
  .object({ least: z.number().min(0).max(1), most: z.number().min(0).max(1) })
  .nullable();
/** Between what shares settling the disputes could leave each category. */
const bandSchema = z
  .object({ feature: between, maintenance: between, rewrite: between, tech_debt: between })
  .nullable();

/** By name, `none` where work has no kind. */
const kindsSchema = z.record(z.string(), amount);

const amountsShape = {
  counts: countsSchema,
  /** Not work: beside the counts, in no share. */
  excluded: amount,
  /** Items without an estimate, or never in progress; they add 0. Always 0 when counting items. */
  unestimated: z.int().min(0),
  shares: sharesSchema,
  /** classified / (classified + unclassified); null where there is nothing. */
  coverage: share,
  /** What somebody contests, where it is counted now; `band` is null where nothing is. */
  contested: z.object({ counts: countsSchema.extend({ excluded: amount }), band: bandSchema }),
  /** Of the four categories together, and inside each; only with `breakdown=kind`. */
  kinds: kindsSchema.optional(),
  kindsOf: z
    .object({
      feature: kindsSchema,
      maintenance: kindsSchema,
      rewrite: kindsSchema,
      tech_debt: kindsSchema,
    })
    .optional(),
};

export const bucketSchema = z.object({
  /** First and last day of the bucket, both included. */
  start: dateSchema,
  end: dateSchema,
  /** False while the bucket is still running, or where the asked range cuts it short. */
  complete: z.boolean(),
  /** The sprint's, or that the days are of none; only with `bucket=sprint`. */
  name: z.string().optional(),
  ...amountsShape,
});
export type BalanceBucket = z.infer<typeof bucketSchema>;

/** What was agreed for some days of the range, both included: parts of 1, like all shares here. */
export const targetSchema = z.object({
  agreementId: idSchema,
  stageId: idSchema,
  stage: z.string(),
  /** Agreed for these days alone, in place of what was agreed for the stage. */
  exception: z.boolean(),
  from: dateSchema,
  to: dateSchema,
  /** Null for categories about which nothing was agreed by themselves. */
  shares: sharesSchema,
  /** Either way of the feature share. */
  tolerance: z.number(),
});
export type BalanceTarget = z.infer<typeof targetSchema>;

const judgementShape = {
  agreementId: idSchema,
  /** Classified items that it rests on. */
  items: z.int(),
  /** Feature shares, and actual minus agreed; null is no data. */
  actual: share,
  agreed: z.number(),
  tolerance: z.number(),
  difference: z.number().nullable(),
  /** Outside only where neither the tolerance nor chance explains it; `too_few`: chance could. */
  place: z.enum(driftPlaces),
  /** Between what shares chance alone would leave so many items nine times in ten. */
  chance: between,
};

/** The feature share of the range's whole buckets against what was in force in them. */
export const driftSchema = z.object({
  ...judgementShape,
  stage: z.string(),
  exception: z.boolean(),
  /** The days that are judged; null before the first whole bucket. */
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  /** The later half of them against the earlier; null where they are too few to say. */
  direction: z.enum(driftDirections).nullable(),
  /** Of the next `among`, `more` than of as many before must be of the category to lie in the band. */
  toReturn: z
    .object({ category: z.enum([...balanceCategories, "upkeep"]), more: amount, among: amount })
    .nullable(),
  /** Each whole bucket by what was in force for all of it. */
  periods: z.array(z.object({ start: dateSchema, end: dateSchema, ...judgementShape })),
});
export type BalanceDrift = z.infer<typeof driftSchema>;

export const balanceSchema = z.object({
  timeZone: z.string(),
  bucket: z.enum(bucketings),
  /** As asked for. */
  board: z.string().optional(),
  measure: z.enum(measures),
  unit: z.enum(units),
  from: dateSchema,
  to: dateSchema,
  buckets: z.array(bucketSchema),
  /** Over the whole range; for `open`, the stock at its end. */
  totals: z.object(amountsShape),
  /** In order, without overlap; empty where nothing was agreed about what is counted here. */
  targets: z.array(targetSchema),
  /** Why there is no target though something was agreed, in a sentence. */
  targetsMissing: z.string().nullable(),
  /** Null where there is no target. */
  drift: driftSchema.nullable(),
  /** When the copy beneath these figures was last complete; null before the first success. */
  syncedAt: instantSchema.nullable(),
  /** Why it is older than it should be, naming the source; null where all are fresh. */
  stale: staleSchema.nullable(),
});
export type Balance = z.infer<typeof balanceSchema>;
