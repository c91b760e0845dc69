import { z } from "zod";
import { categories } from "@/lib/domain/category";
import { kinds } from "@/lib/domain/kind";
import { traitFields } from "@/lib/domain/triage-trait";
import { idSchema, listOf, pageOf, repeatedText, storedText } from "./common";
import { itemSchema } from "./items";
import { learningSchema } from "./model";

/** The most items that one decision can be about. */
export const mostAtOnce = 1000;

/** The filters say what items have in common: all that is named, exactly as it is written. */
export const listTriageSchema = z.strictObject({
  label: repeatedText,
  type: storedText.optional(),
  author: storedText.optional(),
  parent: storedText.optional(),
  /** The category of the suggestion, or of the doubtful answer. */
  suggested: z.enum(categories).optional(),
  ...pageOf(50, mostAtOnce),
});

export type ListTriage = z.output<typeof listTriageSchema>;

export const triageItemSchema = itemSchema.extend({
  /** Undecided items right below it, which a decision about it would decide too. */
  settles: z.int(),
});

/**
 * Undecided items (`category` null, perhaps with a `suggestion`), then doubtful ones (decided, with
 * little confidence), the most informative first.
 */
export const triageListSchema = listOf(triageItemSchema).extend({
  /** Items that wait and match the filters, the page and all others. */
  total: z.int(),
  /** Of the product, whatever the filters. */
  unclassified: z.int(),
  doubtful: z.int(),
  /** classified / (classified + unclassified); null where there is nothing. */
  coverage: z.number().nullable(),
  /** What the text model makes of the decisions, and when. */
  learning: learningSchema,
});
export type TriageList = z.output<typeof triageListSchema>;

/** What others have in common with an item, and how many of those that wait share each. */
export const sharedTraitsSchema = z.object({
  traits: z.array(z.object({ field: z.enum(traitFields), value: z.string(), waiting: z.int() })),
});
export type SharedTraits = z.output<typeof sharedTraitsSchema>;

/** One decision about many items, or `confirm`: to each its own suggestion or doubtful answer. */
export const setCategoriesSchema = z
  .strictObject({
    items: z.array(idSchema).min(1).max(mostAtOnce),
    category: z.enum(categories).optional(),
    kind: z.enum(kinds).optional(),
    reason: z.string().trim().max(2000).optional(),
    confirm: z.literal(true).optional(),
  })
  .refine(
    ({ category, confirm }) => (category === undefined) !== (confirm === undefined),
    "Give a category, or confirm.",
  )
  .refine(({ confirm, kind }) => confirm === undefined || kind === undefined, {
    message: "What is confirmed has its own kind.",
    path: ["kind"],
  });
export type SetCategories = z.output<typeof setCategoriesSchema>;

export const overrideBatchSchema = z.object({
  /** Takes all of it back: DELETE /api/override-batches/{batchId}. */
  batchId: idSchema,
  decided: z.int(),
  /** Items of which nothing could be confirmed, or that are not of this product. */
  skipped: z.array(idSchema),
});
export type OverrideBatch = z.output<typeof overrideBatchSchema>;

export const undoneBatchSchema = z.object({
  /** Items that are as they were before. */
  restored: z.int(),
});
export type UndoneBatch = z.output<typeof undoneBatchSchema>;
