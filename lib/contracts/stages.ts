import { z } from "zod";
import { stageSuggestions } from "@/lib/domain/agreement";
import { dateSchema, idSchema, instantSchema, listOf, writtenText } from "./common";

const nameSchema = writtenText(80).min(1, "Give the stage a name.");
const goalsSchema = writtenText(4000);

/** Days are in the product's time zone; `endsOn` is the last one, null where no end is known. */
export const createStageSchema = z.strictObject({
  name: nameSchema,
  startsOn: dateSchema,
  endsOn: dateSchema.nullable().default(null),
  goals: goalsSchema.default(""),
  suggestion: z.enum(stageSuggestions).nullable().default(null),
});
export type CreateStage = z.input<typeof createStageSchema>;

export const updateStageSchema = z
  .strictObject({
    name: nameSchema.optional(),
    startsOn: dateSchema.optional(),
    endsOn: dateSchema.nullable().optional(),
    goals: goalsSchema.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Name at least one field to change.");
export type UpdateStage = z.input<typeof updateStageSchema>;

export const stageSchema = z.object({
  id: idSchema,
  name: z.string(),
  startsOn: dateSchema,
  endsOn: dateSchema.nullable(),
  /** What the product is to reach in it. */
  goals: z.string(),
  suggestion: z.enum(stageSuggestions).nullable(),
  /** An agreement was in force for it: its name and the days that are over stay as they are. */
  bound: z.boolean(),
  createdAt: instantSchema,
});
export type Stage = z.output<typeof stageSchema>;

export const stageListSchema = listOf(stageSchema);
export type StageList = z.output<typeof stageListSchema>;
