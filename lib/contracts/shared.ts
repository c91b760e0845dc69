import { z } from "zod";
import { chartViews } from "@/lib/domain/balance";
import { balanceSchema } from "./balance";
import { idSchema, instantSchema } from "./common";
import { meetingSchema } from "./meetings";

const shape = {
  sharedBy: z.string(),
  expiresAt: instantSchema,
  /** Whether it is of generated data. */
  sample: z.boolean(),
};

/** What a link shows: all of it, and no way to anything else. */
export const sharedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("meeting"), ...shape, meeting: meetingSchema }),
  z.object({
    kind: z.literal("balance"),
    ...shape,
    product: z.object({ id: idSchema, name: z.string(), timeZone: z.string() }),
    /** Whether it is of some of the product's items alone. */
    filtered: z.boolean(),
    view: z.enum(chartViews),
    balance: balanceSchema,
  }),
]);
export type Shared = z.output<typeof sharedSchema>;
