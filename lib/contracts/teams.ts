import { z } from "zod";
import { idSchema, instantSchema, listOf } from "./common";
import { fieldFilterShape } from "./items";

/** The filters of items, in the form of a query: whose items a team's are. */
export const teamFilterSchema = z
  .strictObject(fieldFilterShape)
  .refine(
    (filter) => Object.values(filter).some((value) => value !== undefined && value !== ""),
    "Choose at least one filter.",
  );
export type TeamFilter = z.output<typeof teamFilterSchema>;

const nameSchema = z
  .string()
  .trim()
  .min(1, "Give the team a name.")
  .max(80, "Give the team a name of at most 80 characters.")
  .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), "This name cannot be stored.");

export const createTeamSchema = z.strictObject({ name: nameSchema, filter: teamFilterSchema });

export const updateTeamSchema = z
  .strictObject({ name: nameSchema.optional(), filter: teamFilterSchema.optional() })
  .refine((change) => Object.keys(change).length > 0, "Name at least one field to change.");

export const teamSchema = z.object({
  id: idSchema,
  name: z.string(),
  filter: teamFilterSchema,
  createdAt: instantSchema,
});
export type Team = z.output<typeof teamSchema>;

export const teamListSchema = listOf(teamSchema);
export type TeamList = z.output<typeof teamListSchema>;
