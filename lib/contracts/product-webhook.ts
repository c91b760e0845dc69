import { z } from "zod";
import { instantSchema } from "./common";

const urlSchema = z
  .string()
  .trim()
  .max(2000, "An address has at most 2000 characters.")
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    "Give the whole address, as https://hooks.slack.com/services/…",
  );

export const setProductWebhookSchema = z.strictObject({ url: urlSchema });

/** Where a product's messages go. Its address is a secret: no more than its host is ever told. */
export const productWebhookSchema = z.object({
  /** Null where none is set. */
  webhook: z
    .object({
      host: z.string(),
      createdAt: instantSchema,
      /** The last message that was sent or tried; `fault` says why it did not arrive. */
      last: z.object({ at: instantSchema, fault: z.string().nullable() }).nullable(),
    })
    .nullable(),
});
export type ProductWebhook = z.output<typeof productWebhookSchema>;
