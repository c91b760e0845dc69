import { z } from "zod";
import { agreementActs, agreementStates, decisions, sides } from "@/lib/domain/agreement";
import { measures, units } from "@/lib/domain/balance";
import { dateSchema, idSchema, instantSchema, listOf, writtenText } from "./common";

/** Percent, to a tenth. */
const percent = z
  .number()
  .min(0, "A share is at least 0.")
  .max(100, "A share is at most 100.")
  .refine(
    (value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6,
    "Tenths are the finest.",
  );

const wholeMessage = "The shares have to add up to 100.";
function isWhole(shares: Record<string, number>): boolean {
  return Math.abs(Object.values(shares).reduce((sum, share) => sum + share, 0) - 100) < 1e-6;
}

/** Percent of the four categories together, or only of feature against upkeep. */
export const agreedSharesSchema = z.union(
  [
    z.strictObject({ feature: percent, upkeep: percent }).refine(isWhole, wholeMessage),
    z
      .strictObject({
        feature: percent,
        maintenance: percent,
        rewrite: percent,
        tech_debt: percent,
      })
      .refine(isWhole, wholeMessage),
  ],
  "Give percent for feature and upkeep, or for feature, maintenance, rewrite and tech_debt.",
);

const tolerance = z
  .number()
  .min(0, "The tolerance is at least 0 points.")
  .max(100, "The tolerance is at most 100 points.");
const reason = writtenText(4000);
const givenReason = reason.min(1, "Say why.");

const termsShape = {
  side: z.enum(sides),
  shares: agreedSharesSchema,
  /** Points either way of the feature share. */
  tolerance,
  measure: z.enum(measures).default("done"),
  unit: z.enum(units).default("items"),
  reason: givenReason,
  /** Whose items it is about; absent: the whole product's. */
  teamId: idSchema.nullable().default(null),
};

export const proposeAgreementSchema = z.strictObject({
  ...termsShape,
  stageId: idSchema,
  /** When to talk again. */
  reviewOn: dateSchema.nullable().default(null),
});
export type ProposeAgreement = z.input<typeof proposeAgreementSchema>;

/** Shares for a few days within a stage, both days included. */
export const proposeExceptionSchema = z.strictObject({
  ...termsShape,
  /** Absent: the stage of its first day. */
  stageId: idSchema.optional(),
  /** Absent: today. */
  startsOn: dateSchema.optional(),
  endsOn: dateSchema,
});
export type ProposeException = z.input<typeof proposeExceptionSchema>;

export const answerAgreementSchema = z
  .strictObject({
    side: z.enum(sides),
    decision: z.enum(decisions),
    /** The version that was read: an answer to another than the latest is refused. */
    version: z.int().min(1).optional(),
    shares: agreedSharesSchema.optional(),
    tolerance: tolerance.optional(),
    reason: reason.default(""),
  })
  .superRefine(({ decision, shares, tolerance: points, reason: why }, issues) => {
    const fault = (field: string, message: string) =>
      issues.addIssue({ code: "custom", path: [field], message });
    if (decision === "counter" && !shares) fault("shares", "Say which shares you propose instead.");
    if (decision !== "counter" && shares) fault("shares", "Only a counter-proposal has shares.");
    if (decision !== "counter" && points !== undefined)
      fault("tolerance", "Only a counter-proposal has a tolerance.");
    if ((decision === "counter" || decision === "decline") && why === "")
      fault("reason", "Say why.");
  });
export type AnswerAgreement = z.input<typeof answerAgreementSchema>;

/** One thing that was said; `shares` and `tolerance` are those of the version it is about. */
export const agreementStepSchema = z.object({
  number: z.int(),
  act: z.enum(agreementActs),
  side: z.enum(sides),
  speaker: z.string(),
  /** True where one person may speak for both sides. */
  local: z.boolean(),
  version: z.int(),
  shares: agreedSharesSchema,
  tolerance: z.number(),
  reason: z.string().nullable(),
  at: instantSchema,
});
export type AgreementStep = z.output<typeof agreementStepSchema>;

export const agreementSchema = z.object({
  id: idSchema,
  stageId: idSchema,
  stage: z.string(),
  team: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** The days of an exception; null for the agreement of a stage. */
  exception: z.object({ startsOn: dateSchema, endsOn: dateSchema }).nullable(),
  measure: z.enum(measures),
  unit: z.enum(units),
  reviewOn: dateSchema.nullable(),
  state: z.enum(agreementStates),
  /** Of the latest proposal or counter-proposal, whose terms these are. */
  version: z.int(),
  side: z.enum(sides),
  shares: agreedSharesSchema,
  tolerance: z.number(),
  /** Who has to answer; null where nobody has. */
  waitsFor: z.enum(sides).nullable(),
  /** The days that are judged by it; null where there never were any. */
  days: z.object({ from: dateSchema, to: dateSchema.nullable() }).nullable(),
  inForceAt: instantSchema.nullable(),
  supersededAt: instantSchema.nullable(),
  createdAt: instantSchema,
  /** Everything that was said, in order; nothing is ever changed or left out. */
  steps: z.array(agreementStepSchema),
});
export type Agreement = z.output<typeof agreementSchema>;

export const agreementListSchema = listOf(agreementSchema);
export type AgreementList = z.output<typeof agreementListSchema>;
