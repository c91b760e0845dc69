import { z } from "zod";
import { categories } from "@/lib/domain/category";
import { evidenceFields } from "@/lib/domain/classification";
import { kinds } from "@/lib/domain/kind";
import { instantSchema } from "./common";

export const evidenceSchema = z.object({
  field: z.enum(evidenceFields),
  value: z.string(),
  matched: z.string().optional(),
  at: instantSchema.optional(),
});

export const suggestionSchema = z.object({
  category: z.enum(categories),
  kind: z.enum(kinds).nullable(),
  /** The calibrated probability of the category. */
  confidence: z.number(),
  evidence: z.array(evidenceSchema),
});
