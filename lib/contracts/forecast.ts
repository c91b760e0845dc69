import { z } from "zod";
import { readSharesText } from "@/lib/agreements/shares-text";
import type { AgreedShares } from "@/lib/domain/agreement";
import {
  checkedHorizons,
  leastWeeksAhead,
  mostWeeksAhead,
  usualWeeksAhead,
} from "@/lib/domain/forecast";
import { agreedSharesSchema } from "./agreements";
import { dateSchema, numbersFormat } from "./common";
import { asKnownAtSchema, itemFilterShape } from "./items";

/** What whose weeks are looked at: the traits that an item has from the beginning, and teams. */
const whoseShape = {
  source: itemFilterShape.source,
  label: itemFilterShape.label,
  assignee: itemFilterShape.assignee,
  component: itemFilterShape.component,
  team: itemFilterShape.team,
  asKnownAt: asKnownAtSchema,
};

const sharesParameter = z.string().transform((text, issues): AgreedShares => {
  const read = agreedSharesSchema.safeParse(readSharesText(text));
  if (read.success) return read.data;
  const own = read.error.issues.find(({ code }) => code === "custom")?.message;
  issues.addIssue(own ?? "Give shares as feature:60,upkeep:40, or for all four categories.");
  return z.NEVER;
});

const weeksMessage = `Between ${leastWeeksAhead} and ${mostWeeksAhead} weeks can be looked ahead.`;

export const getForecastSchema = z.strictObject({
  ...whoseShape,
  /** `feature:60,upkeep:40` or `feature:60,maintenance:20,rewrite:10,tech_debt:10`; absent: as it was. */
  shares: sharesParameter.optional(),
  weeks: z.coerce
    .number(weeksMessage)
    .int(weeksMessage)
    .min(leastWeeksAhead, weeksMessage)
    .max(mostWeeksAhead, weeksMessage)
    .default(usualWeeksAhead),
});
export type GetForecast = z.output<typeof getForecastSchema>;

/** The same, and what it is answered as. */
export const getForecastAsSchema = getForecastSchema.extend({ format: numbersFormat });

export const getBackTestSchema = z.strictObject(whoseShape);
export type GetBackTest = z.output<typeof getBackTestSchema>;

const count = z.int().min(0);
const part = z.number().min(0).max(1);

function perCategory<T extends z.ZodType>(of: T) {
  return z.object({ feature: of, maintenance: of, rewrite: of, tech_debt: of, unclassified: of });
}

function perLine<T extends z.ZodType>(of: T) {
  return perCategory(of).extend({ together: of });
}

const historyWeekSchema = z.object({
  /** First and last day, both included. */
  start: dateSchema,
  end: dateSchema,
  /** Opened; also what was reopened, where that is more than what left. */
  arrivals: perCategory(count),
  /** What left the stock as work: closed, or gone. */
  completions: perCategory(count),
  /** What left it and was no work in the end; put back among the categories until then. */
  dropped: perCategory(count),
  /** At the week's end. */
  open: perCategory(count),
});

/** Open items that one run in ten, one in two and nine in ten do not exceed. */
const stockRangeSchema = z.object({ p10: count, p50: count, p90: count });

/** `chance`: in what part of the runs the stock is never higher after `week` than before. */
const steadySchema = z.object({ week: count.nullable(), chance: part });

const forecastShape = {
  /** Beginning with the week after the last whole one, whose stock is known. */
  weeks: z.array(
    z.object({ start: dateSchema, end: dateSchema, stock: perLine(stockRangeSchema) }),
  ),
  /** When open tech debt stops growing; `week` counts from 1, null where it does not. */
  steadyFrom: steadySchema,
  /** The same for every line. */
  steady: perLine(steadySchema),
};

export const forecastSchema = z.object({
  timeZone: z.string(),
  /** As asked for; null: completions are divided as they were. */
  shares: agreedSharesSchema.nullable(),
  /** How it is made, in words. */
  method: z.string(),
  runs: count,
  /** The whole weeks that it draws from, the latest last. */
  history: z.array(historyWeekSchema),
  /** The last day of the last whole week and what was open then; null before there was one. */
  start: z.object({ day: dateSchema, open: perLine(count) }).nullable(),
  /** Null where the history is too little; `reason` then says what is lacking. */
  forecast: z.object(forecastShape).nullable(),
  reason: z.string().nullable(),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** One way to divide the work, and the weeks ahead under it. */
const scenarioSchema = z.object({
  name: z.string(),
  /** Null: divided as it was. */
  shares: agreedSharesSchema.nullable(),
  weeks: forecastShape.weeks,
  steadyFrom: steadySchema,
});

/** The ways to divide the work that were looked at side by side. */
export const whatIfSchema = z.object({
  start: forecastSchema.shape.start,
  /** None where the history is too little, which `reason` then says. */
  scenarios: z.array(scenarioSchema),
  reason: z.string().nullable(),
});
export type WhatIf = z.infer<typeof whatIfSchema>;

const checkSchema = z.object({
  /** Forecasts that said something about it, and how often the stock lay in, under and over their band. */
  cases: count,
  inside: count,
  below: count,
  above: count,
  /** What part of their own runs the bands held: more than 0.8 where items are few. Null without cases. */
  claimed: part.nullable(),
});
export type ForecastCheck = z.infer<typeof checkSchema>;

export const backTestSchema = z.object({
  timeZone: z.string(),
  method: z.string(),
  /** The first and last day of all whole weeks; null before there was one. */
  days: z.object({ from: dateSchema, to: dateSchema }).nullable(),
  /** Weeks at whose end a forecast was made, and those where there was too little before them. */
  forecasts: count,
  withheld: count,
  /** Null where no forecast could be made, or none has come true yet. */
  horizons: z
    .array(z.object({ weeks: z.literal(checkedHorizons), lines: perLine(checkSchema) }))
    .nullable(),
  reason: z.string().nullable(),
});
export type BackTestAnswer = z.infer<typeof backTestSchema>;
