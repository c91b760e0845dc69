import { z } from "zod";
import { balanceCategories } from "@/lib/domain/category";
import { idSchema, instantSchema, listOf, pageOf } from "./common";

const category = z.enum(balanceCategories);

/** `accuracy` and `interval` (95 %, Wilson) are null where `n` is under `fewest`: too few to say. */
const rateSchema = z.object({
  n: z.int(),
  right: z.int(),
  accuracy: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type Rate = z.output<typeof rateSchema>;

export const learningSchema = z.object({
  /** Corrections in force: what people set or confirmed, `excluded` apart. */
  corrections: z.int(),
  /** Those that the model behind the present answers has learnt. */
  learnt: z.int(),
  /** Items decided otherwise since. */
  waiting: z.int(),
  /** When these are learnt if nobody decides anything before; null where none wait. */
  dueAt: instantSchema.nullable(),
  /** All items are just being decided again. */
  underWay: z.boolean(),
});
export type Learning = z.output<typeof learningSchema>;

/**
 * How accurate the text model has been on this product's corrected items. Each was answered, in the
 * order of the decisions, by a model that had learnt only earlier ones. People correct what is
 * doubtful, so of all items more are right than of these.
 */
export const modelSchema = z.object({
  learning: learningSchema,
  /** Of fewer items no rate is given. */
  fewest: z.int(),
  /** From this confidence on the product takes the model's answer. */
  threshold: z.number(),
  /** Corrections that were judged: the latest thousand at most. */
  judged: z.int(),
  /** Those whose text has no word to go by: they are in no rate. */
  silent: z.int(),
  own: rateSchema,
  /** The shared weights alone, over the same items. */
  shared: rateSchema,
  /** The model's answers at or above the threshold. */
  decided: rateSchema,
  /** All pairs. */
  confusion: z.array(z.object({ said: category, corrected: category, n: z.int() })),
  /** Right ones of what the model called so, and of what people called so. */
  categories: z.array(z.object({ category, said: rateSchema, corrected: rateSchema })),
  /** By confidence, `from` included and `to` not, but for 1. */
  bands: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      rate: rateSchema,
      meanConfidence: z.number().nullable(),
    }),
  ),
  /** By the month of the decision (`YYYY-MM` in the product's time zone), oldest first. */
  months: z.array(z.object({ month: z.string(), own: rateSchema, shared: rateSchema })),
});
export type Model = z.output<typeof modelSchema>;

const share = z.coerce.number().min(0).max(1);
export const listJudgedSchema = z.strictObject({
  said: category.optional(),
  corrected: category.optional(),
  right: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  /** Confidence from here on. */
  from: share.optional(),
  /** Confidence below this; 1 includes itself. */
  to: share.optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, "Give a month as YYYY-MM.")
    .optional(),
  ...pageOf(50),
});
export type ListJudged = z.output<typeof listJudgedSchema>;

export const judgedItemSchema = z.object({
  itemId: idSchema,
  key: z.string(),
  /** As it was when it was decided. */
  title: z.string(),
  url: z.string(),
  said: category,
  confidence: z.number(),
  corrected: category,
  /** What the shared weights alone say. */
  sharedSaid: category,
  at: instantSchema,
});
export type JudgedItem = z.output<typeof judgedItemSchema>;

/** The items behind a figure of the model's accuracy, the latest decision first. */
export const judgedListSchema = listOf(judgedItemSchema).extend({ total: z.int() });
export type JudgedList = z.output<typeof judgedListSchema>;
