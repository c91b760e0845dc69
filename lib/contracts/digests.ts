import { z } from "zod";
import { sides } from "@/lib/domain/agreement";
import { agreedSharesSchema } from "./agreements";
import { balanceSchema, driftSchema } from "./balance";
import { dateSchema, idSchema, instantSchema, listOf, pageOf } from "./common";
import { noteSchema } from "./notes";
import { triggerSchema } from "./triggers";

const { measure, unit, totals, syncedAt, stale } = balanceSchema.shape;
const { counts, excluded, unestimated, shares } = totals.shape;
const judgementSchema = driftSchema.omit({ periods: true });

/** What both sides should know at the end of a week, two, or a month, and what they have to decide. */
export const digestSchema = z.object({
  productId: idSchema,
  product: z.string(),
  timeZone: z.string(),
  /** The days it tells of, both included. */
  from: dateSchema,
  to: dateSchema,
  /** The stage on the day that it was made. */
  stage: z
    .object({ id: idSchema, name: z.string(), startsOn: dateSchema, goals: z.string() })
    .nullable(),
  /** Of these days, counted as was agreed for the whole product on most of them, or else as it is now. */
  balance: z.object({ measure, unit, counts, excluded, unestimated, shares }),
  /** How these days compare with what was agreed for them; null where nothing was. */
  drift: judgementSchema.nullable(),
  /** Why some or all of what was agreed for these days is not held against them, in a sentence. */
  targetsMissing: z.string().nullable().default(null),
  /** How the product compares with what is agreed at the time of the digest, since it was agreed. */
  sinceAgreed: judgementSchema.nullable(),
  /** What that is counted in; null in digests of before is as the balance. */
  sinceBasis: z.object({ measure, unit }).nullable().default(null),
  /** Without the parts of their sentences in digests of before. */
  triggers: z.array(triggerSchema.partial({ says: true })),
  proposals: z.array(
    z.object({
      agreementId: idSchema,
      stage: z.string(),
      team: z.string().nullable(),
      exception: z.boolean(),
      side: z.enum(sides),
      waitsFor: z.enum(sides),
      shares: agreedSharesSchema,
      tolerance: z.number(),
      path: z.string(),
    }),
  ),
  contested: z.int().min(0),
  /** Notes on these days and since. */
  notes: z.array(noteSchema.pick({ day: true, kind: true, text: true })),
  syncedAt,
  stale,
  madeAt: instantSchema,
});
export type Digest = z.output<typeof digestSchema>;

export const digestFormats = ["json", "markdown"] as const;
export const getDigestSchema = z.strictObject({ format: z.enum(digestFormats).default("json") });

/** One that was made, and never changes. */
export const keptDigestSchema = z.object({
  id: idSchema,
  /** The day it is of, the first after those it tells of. */
  day: dateSchema,
  createdAt: instantSchema,
  digest: digestSchema,
  markdown: z.string(),
});
export type KeptDigest = z.output<typeof keptDigestSchema>;

/** The one that would be made now. */
export const currentDigestSchema = keptDigestSchema.pick({ digest: true, markdown: true });
export type CurrentDigest = z.output<typeof currentDigestSchema>;

export const listDigestsSchema = z.strictObject(pageOf(60));
/** Newest first. */
export const digestListSchema = listOf(
  keptDigestSchema.pick({ id: true, day: true, createdAt: true }).extend({
    from: dateSchema,
    to: dateSchema,
  }),
);
export type DigestList = z.output<typeof digestListSchema>;
