import { z } from "zod";
import { measures, units, weekdays } from "@/lib/domain/balance";
import { portfolioBuckets } from "@/lib/domain/portfolio";
import { balanceSchema, bucketSchema } from "./balance";
import { dateSchema, idSchema, listOf, numbersFormat } from "./common";

/**
 * `from` and `to` are days, both included, each product's in its own time zone. Without them: the
 * last 12 months.
 */
export const getPortfolioSchema = z.strictObject({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  bucket: z.enum(portfolioBuckets).default("month"),
  measure: z.enum(measures).default("done"),
  unit: z.enum(units).default("items"),
  cursor: z.string().max(500).optional(),
  format: numbersFormat,
});
export type GetPortfolio = z.output<typeof getPortfolioSchema>;

const { totals, targets, targetsMissing, drift, syncedAt, stale } = balanceSchema.shape;

/** What the product's balance answers for the days, in the portfolio's buckets. */
const portfolioProductSchema = z.object({
  id: idSchema,
  name: z.string(),
  timeZone: z.string(),
  /** Generated data; in no sum with real ones. */
  sample: z.boolean(),
  /** Whether it is in `whole`. */
  counted: z.boolean(),
  buckets: z.array(bucketSchema),
  totals,
  targets,
  targetsMissing,
  drift,
  /** How many reasons both sides have to talk again, whatever the days asked for. */
  reasonsToTalk: z.int().min(0),
  syncedAt,
  stale,
});
export type PortfolioProduct = z.infer<typeof portfolioProductSchema>;

export const portfolioSchema = listOf(portfolioProductSchema).extend({
  from: dateSchema,
  to: dateSchema,
  bucket: z.enum(portfolioBuckets),
  measure: z.enum(measures),
  unit: z.enum(units),
  /** With what day the weeks of all products begin here: theirs where they agree, else Monday. */
  weekStart: z.enum(weekdays),
  /** The products of this page added up, bucket by bucket; shares are computed from the sums. */
  whole: z.object({ buckets: z.array(bucketSchema), totals }),
  /** How many products there are on all pages. */
  total: z.int().min(0),
});
export type Portfolio = z.infer<typeof portfolioSchema>;
