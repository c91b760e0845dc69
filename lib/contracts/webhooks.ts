import { z } from "zod";
import { instantSchema } from "./common";

/** A source's webhook. Its secret is told once, when it is made. */
export const webhookSchema = z.object({
  /** Below the address that the tracker reaches this server by. */
  path: z.string(),
  createdAt: instantSchema,
  /** The last one whose signature was right; null before the first. */
  lastDeliveryAt: instantSchema.nullable(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const newWebhookSchema = z.object({ path: z.string(), secret: z.string() });
export type NewWebhook = z.infer<typeof newWebhookSchema>;

/** Whatever the tracker sends: only its signature and a few words of it are read. */
export const deliverySchema = z.looseObject({});
