import { z } from "zod";
import { deedKinds } from "@/lib/domain/deed";
import { dateSchema, idSchema, instantSchema, listOf, manyOf, pageOf } from "./common";

/** Days are in UTC, both included. `format` other than json gives all of it as a file. */
export const listDeedsSchema = z.strictObject({
  kind: manyOf(deedKinds),
  productId: idSchema.optional(),
  personId: z.string().max(100).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  format: z.enum(["json", "csv", "ndjson"]).default("json"),
  ...pageOf(100),
});
export type ListDeeds = z.output<typeof listDeedsSchema>;

export const deedSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actorKind: z.enum(["local", "member", "token"]),
  personId: z.string().nullable(),
  actor: z.string(),
  kind: z.enum(deedKinds),
  productId: idSchema.nullable(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Deed = z.output<typeof deedSchema>;

export const deedListSchema = listOf(deedSchema);
export type DeedList = z.output<typeof deedListSchema>;
