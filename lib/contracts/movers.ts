import { z } from "zod";
import { earlierPeriods, measures, units } from "@/lib/domain/balance";
import { groupings } from "@/lib/domain/grouping";
import { countsSchema, sharesSchema } from "./balance";
import { dateSchema, numbersFormat } from "./common";
import { asKnownAtSchema, itemFilterShape } from "./items";

/** The most groups that are named one by one. */
export const mostMovers = 50;

/**
 * `from` and `to` are the later days, in the product's time zone and both included; by default they
 * are compared with as many days right before them. For `open`, the stock at the end of each.
 */
export const getMoversSchema = z.strictObject({
  ...itemFilterShape,
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  against: z.enum(earlierPeriods).default("previous"),
  /** Other earlier days than `against` names: both, or none. */
  againstFrom: dateSchema.optional(),
  againstTo: dateSchema.optional(),
  measure: z.enum(measures).default("done"),
  unit: z.enum(units).default("items"),
  by: z.enum(groupings).default("label"),
  limit: z.coerce.number().int().min(1).max(mostMovers).default(10),
  asKnownAt: asKnownAtSchema,
  format: numbersFormat,
});
export type GetMovers = z.output<typeof getMoversSchema>;

const periodSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  counts: countsSchema,
  /** Items without an estimate, or never in progress; they add 0. Always 0 when counting items. */
  unestimated: z.number().min(0),
  shares: sharesSchema,
  /** classified / (classified + unclassified); null where there is nothing. */
  coverage: z.number().min(0).max(1).nullable(),
});

const movedShape = {
  before: countsSchema,
  after: countsSchema,
  /** Its part of `change`; all of them add up to it. */
  contribution: z.number(),
};

const moverSchema = z.object({
  /** Null is the group of the items that are in no other. */
  value: z.string().nullable(),
  /** An epic's title, a source's name; null where the value says it all, or nothing is known. */
  name: z.string().nullable(),
  ...movedShape,
});

export const moversSchema = z.object({
  timeZone: z.string(),
  measure: z.enum(measures),
  unit: z.enum(units),
  by: z.enum(groupings),
  /** Items in several groups count in equal parts in each. */
  apportioned: z.boolean(),
  before: periodSchema,
  after: periodSchema,
  /** Feature share after minus before, 0.01 a point; null where one of them is "no data". */
  change: z.number().nullable(),
  /**
   * The largest contributions first, whichever way, of groups with classified work; empty where
   * `change` is null.
   */
  movers: z.array(moverSchema),
  /** All smaller groups together. */
  rest: z.object({ groups: z.int().min(2), ...movedShape }).nullable(),
});
export type Movers = z.infer<typeof moversSchema>;
