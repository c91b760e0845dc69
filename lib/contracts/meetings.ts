import { z } from "zod";
import { categories, categoryOrNone } from "@/lib/domain/category";
import { type Minutes, mostEntries, outcomes } from "@/lib/domain/meeting";
import { agreementSchema } from "./agreements";
import { balanceSchema } from "./balance";
import { dateSchema, idSchema, instantSchema, isStorable, listOf, unstorable } from "./common";
import { flowSchema } from "./flow";
import { whatIfSchema } from "./forecast";
import { moversSchema } from "./movers";
import { noteSchema } from "./notes";
import { planSchema } from "./plan";

/** As it is typed, spaces and all: it is saved while somebody writes. */
const typed = (most: number) =>
  z.string().max(most, `Write at most ${most} characters.`).refine(isStorable, unstorable);

const decisionSchema = z.strictObject({ id: idSchema, text: typed(2000), owner: typed(200) });
const followUpSchema = decisionSchema.extend({ dueOn: dateSchema.nullable() });

/** What people write during a meeting. */
export const minutesSchema: z.ZodType<Minutes> = z.strictObject({
  attendance: z.strictObject({ pm: typed(1000), engineering: typed(1000) }),
  notes: typed(20_000),
  decisions: z.array(decisionSchema).max(mostEntries),
  followUps: z.array(followUpSchema).max(mostEntries),
  kept: z.record(
    idSchema,
    z.strictObject({ outcome: z.enum(outcomes).nullable(), remark: typed(2000) }),
  ),
});

/** What the next meeting says of an entry goes by its id. */
const writtenMinutes = minutesSchema.superRefine(({ decisions, followUps }, context) => {
  const taken = new Set<string>();
  for (const [list, entries] of Object.entries({ decisions, followUps })) {
    for (const [place, { id }] of entries.entries()) {
      if (taken.has(id.toLowerCase())) {
        const message = "Another entry has this id.";
        context.addIssue({ code: "custom", path: [list, place, "id"], message });
      }
      taken.add(id.toLowerCase());
    }
  }
});

export const updateMeetingSchema = z.strictObject({
  /** The version it was made from: a change of another than the latest is refused. */
  version: z.int().min(1),
  minutes: writtenMinutes,
});

export const closeMeetingSchema = z.strictObject({ version: z.int().min(1) });

export const meetingFormats = ["json", "markdown", "csv"] as const;
export const getMeetingSchema = z.strictObject({
  format: z.enum(meetingFormats).default("json"),
});

/** What the meeting before left to look back at. */
const previousSchema = z.object({
  id: idSchema,
  startedAt: instantSchema,
  decisions: z.array(decisionSchema),
  followUps: z.array(followUpSchema),
});

/** What a meeting shows, as it was known when it started; it stays for ever. */
export const openingSchema = z.object({
  /** As it was called then. */
  product: z.object({ name: z.string(), timeZone: z.string() }),
  /** What the product was in, and for what; null where it had no stage, and in records of before. */
  stage: z.object({ name: z.string(), goals: z.string() }).nullable().default(null),
  /** The last twelve weeks, counted as was agreed. */
  balance: balanceSchema,
  /** The stock of open items on the same days. */
  stock: balanceSchema,
  movers: moversSchema,
  flow: flowSchema,
  /** What was written on these days, or since the meeting before. */
  notes: z.array(noteSchema),
  /** The days since the meeting before; null where there was none. */
  since: balanceSchema.nullable(),
  previous: previousSchema.nullable(),
});
export type Opening = z.infer<typeof openingSchema>;

const settledSchema = z.object({
  itemId: idSchema,
  key: z.string(),
  url: z.string(),
  title: z.string(),
  from: z.enum(categoryOrNone),
  to: z.enum(categoryOrNone),
  /** True where a dispute about it ended. */
  contested: z.boolean(),
  by: z.string().nullable(),
  at: instantSchema,
});
export type Settled = z.infer<typeof settledSchema>;

const plannedSchema = planSchema
  .pick({ target: true, targetMissing: true, scope: true, changedAt: true })
  .extend({
    items: z.array(
      z.object({
        id: idSchema,
        key: z.string(),
        url: z.string(),
        title: z.string(),
        category: z.enum(categories).nullable(),
        points: z.number().nullable(),
      }),
    ),
  });
export type Planned = z.infer<typeof plannedSchema>;

/** What happened since the start: of an open meeting until now, of a closed one for ever. */
export const happenedSchema = z.object({
  /** Whatever was said about since the start, with all that was ever said about it. */
  agreements: z.array(agreementSchema),
  settled: z.array(settledSchema),
  plan: plannedSchema.nullable(),
  /** As it was known at the start, under what was proposed and agreed at the end; null of an open meeting, and in records of before. */
  whatIf: whatIfSchema.nullable().default(null),
});
export type Happened = z.infer<typeof happenedSchema>;

const summaryShape = {
  id: idSchema,
  startedAt: instantSchema,
  startedBy: z.string(),
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
};

export const meetingSchema = z.object({
  ...summaryShape,
  product: z.object({ id: idSchema, name: z.string(), timeZone: z.string() }),
  version: z.int(),
  minutes: minutesSchema,
  opening: openingSchema,
  happened: happenedSchema,
});
export type Meeting = z.infer<typeof meetingSchema>;

export const meetingListSchema = listOf(
  z.object({ ...summaryShape, decisions: z.int(), followUps: z.int() }),
);
export type MeetingList = z.infer<typeof meetingListSchema>;
