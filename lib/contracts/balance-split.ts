import { z } from "zod";
import { splits } from "@/lib/domain/split";
import { balanceSchema, getBalanceSchema } from "./balance";
import { idSchema, numbersFormat } from "./common";

/**
 * The parameters of the balance. `by=source` divides it by the product's sources, or those that
 * `source` names; `by=team` by its teams, or those that `team` names.
 */
export const getBalanceSplitSchema = getBalanceSchema.extend({
  by: z.enum(splits),
  format: numbersFormat,
});
export type GetBalanceSplit = z.output<typeof getBalanceSplitSchema>;

const { buckets, totals, ...whole } = balanceSchema.shape;
/** What was agreed is about the whole or a team: the balance of that one tells it. */
const { targets: _, targetsMissing: __, drift: ___, ...asked } = whole;

/** What the balance answers with the part's filter in place of `source` or `team`. */
const splitPartSchema = z.object({ id: idSchema, name: z.string(), buckets, totals });
export type SplitPart = z.infer<typeof splitPartSchema>;

export const balanceSplitSchema = z.object({
  ...asked,
  by: z.enum(splits),
  /** Whether an item may be in several parts, as in teams: then they do not add up to `totals`. */
  overlapping: z.boolean(),
  /** What the balance answers without being divided. */
  totals,
  /** Those with the largest amount first, empty ones last; all over the same buckets. */
  parts: z.array(splitPartSchema),
  /** Smaller ones, each with all that the four categories and the unclassified count in it. */
  others: z.array(z.object({ id: idSchema, name: z.string(), amount: z.number().min(0) })),
});
export type BalanceSplit = z.infer<typeof balanceSplitSchema>;
