import { z } from "zod";
import { categories } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { evidenceSchema } from "./classification";
import { idSchema, instantSchema, listOf } from "./common";

export const listLateChangesSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});

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

export const lateChangeListSchema = listOf(lateChangeSchema);
export type LateChangeList = z.output<typeof lateChangeListSchema>;
