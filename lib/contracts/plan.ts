import { z } from "zod";
import { units } from "@/lib/domain/balance";
import { categories } from "@/lib/domain/category";
import { kinds } from "@/lib/domain/kind";
import { mostChosen, planScopes, priorities } from "@/lib/domain/plan";
import { sharesSchema } from "./balance";
import { dateSchema, idSchema, instantSchema, storedText } from "./common";

const scopeSchema = z.object({
  from: z.enum(planScopes),
  /** The sprint's or milestone's name; null for all that is open. */
  value: z.string().nullable(),
});

/** Where to take the candidates from; absent: from where the stored plan took them. */
export const getPlanSchema = z
  .strictObject({ from: z.enum(planScopes).optional(), value: storedText.optional() })
  .superRefine(({ from, value }, issues) => {
    const fault = (message: string) =>
      issues.addIssue({ code: "custom", path: ["value"], message });
    if ((from === "sprint" || from === "milestone") && value === undefined) {
      fault(`Name the ${from}.`);
    }
    if ((from === undefined || from === "open") && value !== undefined) {
      fault("Only a sprint or a milestone has a name.");
    }
  });
export type GetPlan = z.output<typeof getPlanSchema>;

export const savePlanSchema = z.strictObject({
  /** The version it was made from; 0 before the first. */
  version: z.int().min(0).max(2_147_483_646),
  scope: z.strictObject({ from: z.enum(planScopes), value: storedText.nullable() }),
  chosen: z.array(idSchema).max(mostChosen, `A plan holds at most ${mostChosen} items.`),
});

/** Why a candidate stands where it does: points of 100, and what they rest on. */
const rankSchema = z.object({
  points: z.number(),
  /** How far its category is under what was agreed, as a part of 1; null where nothing lacks. */
  lacks: z.object({ points: z.number(), by: z.number() }).nullable(),
  priority: z.object({ points: z.number(), is: z.enum(priorities) }).nullable(),
  /** Days since it was opened, and the part of the others that are younger. */
  age: z.object({ points: z.number(), days: z.int(), olderThan: z.number() }),
});

const candidateSchema = z.object({
  id: idSchema,
  key: z.string(),
  url: z.string(),
  title: z.string(),
  state: z.enum(["open", "closed"]),
  createdAt: instantSchema,
  points: z.number().nullable(),
  /** Null is unclassified. */
  category: z.enum(categories).nullable(),
  kind: z.enum(kinds).nullable(),
  rank: rankSchema,
});
export type Candidate = z.infer<typeof candidateSchema>;

/** What is agreed for today; parts of 1, the feature share either way by the tolerance. */
const planTargetSchema = z.object({
  agreementId: idSchema,
  stage: z.string(),
  exception: z.boolean(),
  feature: z.number(),
  tolerance: z.number(),
  unit: z.enum(units),
});

export const planSchema = z.object({
  version: z.int(),
  scope: scopeSchema,
  chosen: z.array(idSchema),
  changedBy: z.string().nullable(),
  changedAt: instantSchema.nullable(),
  /** Null where nothing is agreed about what is done in the whole product. */
  target: planTargetSchema.nullable(),
  /** Why there is none though something is agreed, in a sentence. */
  targetMissing: z.string().nullable(),
  /** What it has been: the shares of what was done in the last twelve weeks. */
  actual: z.object({ from: dateSchema, to: dateSchema, shares: sharesSchema }),
  /** The chosen ones and the highest of the others, highest first. */
  candidates: z.array(candidateSchema),
  /** How many there are to choose from. */
  total: z.int(),
  /** What the candidates can be taken from: names in use on open items. */
  sprints: z.array(z.string()),
  milestones: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;
