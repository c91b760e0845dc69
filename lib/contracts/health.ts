import { z } from "zod";
import { instantSchema } from "./common";

export const healthSchema = z.object({
  status: z.literal("ok"),
  database: z.enum(["embedded", "server"]),
  version: z.string(),
  /** The scheduled backups of the embedded database; absent where none are made. */
  backups: z
    .object({
      /** When the last whole one was made. */
      lastAt: instantSchema.nullable(),
      /** When one failed that no whole one has followed. */
      failedAt: instantSchema.nullable(),
    })
    .optional(),
});
export type Health = z.infer<typeof healthSchema>;

/** Whether requests may be sent here: 503 until the database is migrated, and from the stop on. */
export const readinessSchema = z.object({ status: z.literal("ready") });
export type Readiness = z.infer<typeof readinessSchema>;
