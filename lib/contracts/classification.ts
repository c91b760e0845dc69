import { z } from "zod";
import { evidenceFields } from "@/lib/domain/classification";
import { instantSchema } from "./common";

export const evidenceSchema = z.object({
  field: z.enum(evidenceFields),
  value: z.string(),
  matched: z.string().optional(),
  at: instantSchema.optional(),
});
