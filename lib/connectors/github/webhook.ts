import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export type GithubDelivery = {
  /** Unique to one delivery; one seen before is a replay, or GitHub trying again. */
  deliveryId: string;
  event: string;
  /** `owner/name`, or null for an event of no repository. */
  repository: string | null;
  /** Whether it may have changed what a sync reads. */
  isAboutItems: boolean;
};

export type VerifiedWebhook = ({ ok: true } & GithubDelivery) | { ok: false; why: string };

/**
 * Checks that a webhook comes from who knows the secret, and says what it is about. What the body
 * claims is used for nothing but waking a sync, which asks GitHub itself. Pure; never throws.
 */
export function verifyGithubWebhook(input: {
  secret: string;
  headers: Headers;
  /** As it was sent, byte for byte: the signature is over these. */
  body: Uint8Array;
}): VerifiedWebhook {
  const { secret, headers, body } = input;
  if (secret === "") return refused("no secret is set");
  const signature = headers.get("x-hub-signature-256");
  if (signature === null) return refused("it is not signed with SHA-256");
  if (!isSignedBy(secret, body, signature)) return refused("its signature is wrong");
  const told = deliverySchema.safeParse({
    deliveryId: headers.get("x-github-delivery"),
    event: headers.get("x-github-event"),
  });
  const payload = payloadSchema.safeParse(readPayload(headers, body));
  if (!told.success || !payload.success) return refused("it is not one of GitHub's");
  const repository = payload.data.repository?.full_name ?? null;
  return { ok: true, ...told.data, repository, isAboutItems: eventsOfItems.has(told.data.event) };
}

/** `repository` tells of renaming, transfer and deletion, `label` of what no issue tells. */
const eventsOfItems = new Set([
  "issues",
  "pull_request",
  "label",
  "milestone",
  "sub_issues",
  "repository",
]);

const deliverySchema = z.object({
  deliveryId: z.string().min(1).max(200),
  event: z.string().regex(/^[a-z0-9_]{1,100}$/),
});

const payloadSchema = z.object({
  repository: z.object({ full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/) }).nullish(),
});

/** Compared in a time that does not depend on where the two differ. */
function isSignedBy(secret: string, body: Uint8Array, signature: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(signature.trim().toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A hook may be set up to send JSON, or a form with JSON in it. */
function readPayload(headers: Headers, body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  const isForm = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  try {
    return JSON.parse(isForm ? (new URLSearchParams(text).get("payload") ?? "") : text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refused(why: string): VerifiedWebhook {
  return { ok: false, why };
}
