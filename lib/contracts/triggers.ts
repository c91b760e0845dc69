import { z } from "zod";
import { triggerKinds } from "@/lib/domain/trigger";
import { dateSchema, idSchema, listOf } from "./common";

/** A reason for both sides to talk again. It ends by itself once the matter is settled. */
export const triggerSchema = z.object({
  /** The same as long as it is the same matter. */
  key: z.string(),
  kind: z.enum(triggerKinds),
  since: dateSchema,
  stageId: idSchema,
  stage: z.string(),
  /** Null is the whole product. */
  team: z.object({ id: idSchema, name: z.string() }).nullable(),
  agreementId: idSchema.nullable(),
  sentence: z.string(),
  /** The same in parts, its days to be written as the reader writes them. */
  says: z.array(z.union([z.string(), z.object({ day: dateSchema })])),
  /** The page that it is seen or settled on. */
  path: z.string(),
});
export type Trigger = z.output<typeof triggerSchema>;

/** Oldest first; one page holds all. */
export const triggerListSchema = listOf(triggerSchema);
export type TriggerList = z.output<typeof triggerListSchema>;
