import { createHmac, timingSafeEqual } from "node:crypto";

/** What a tracker sent to a webhook, as it came. */
export type WebhookRequest = {
  headers: Headers;
  /** Byte for byte: the signature is over these. */
  body: Uint8Array;
};

/** What a delivery says of itself. It is used for nothing but waking a sync, which asks the tracker. */
export type WebhookDelivery = {
  /** The tracker's own id of the delivery; null where it gives none. */
  deliveryId: string | null;
  event: string;
  /** The repository or project it is about, as the tracker spells it; null for an event of none. */
  place: string | null;
  /** Whether it may have changed what a sync reads. */
  isAboutItems: boolean;
};

export type VerifiedWebhook = ({ ok: true } & WebhookDelivery) | { ok: false; why: string };

export function refused(why: string): VerifiedWebhook {
  return { ok: false, why };
}

/**
 * Whether a header `sha256=HEX` is the body's HMAC under the secret, compared in a time that does
 * not depend on where the two differ.
 */
export function isSignedBy(secret: string, body: Uint8Array, header: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(header.trim().toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The body's JSON, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
