import { z } from "zod";
import { categories } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { evidenceSchema } from "./classification";
import { dateSchema, idSchema, instantSchema, listOf, pageOf } from "./common";

/** `from` and `to` are days of the change in the product's time zone, both included. */
export const listLateChangesSchema = z.strictObject({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  ...pageOf(50),
});
export type ListLateChanges = z.output<typeof listLateChangesSchema>;

const category = z.enum(categories).nullable();
export const lateChangeSchema = z.object({
  itemId: idSchema,
  key: z.string(),
  title: z.string(),
  url: z.string(),
  points: z.number().nullable(),
  closedAt: instantSchema,
  /** When the category changed: after the item was closed. */
  at: instantSchema,
  fromCategory: category,
  toCategory: category,
  because: z.enum(becauses).nullable(),
  evidence: z.array(evidenceSchema),
  /** Null where a sync or a new version of the product did it. */
  actor: z.string().nullable(),
});
export type LateChange = z.output<typeof lateChangeSchema>;

export const lateChangeListSchema = listOf(lateChangeSchema).extend({
  /** How many items the changes of the whole period are of, not of the page. */
  changedItems: z.int(),
  /** All changes of the period, by their way. */
  moves: z.array(z.object({ fromCategory: category, toCategory: category, changes: z.int() })),
});
export type LateChangeList = z.output<typeof lateChangeListSchema>;
