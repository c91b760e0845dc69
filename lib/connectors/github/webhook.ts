import { z } from "zod";
import {
  isSignedBy,
  parsedJson,
  refused,
  type VerifiedWebhook,
  type WebhookRequest,
} from "@/lib/connectors/webhook";

/**
 * Checks that a webhook comes from who knows the secret, and says what it is about. Pure; never
 * throws.
 */
export function verifyGithubWebhook(
  secret: string,
  { headers, body }: WebhookRequest,
): VerifiedWebhook {
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
  const place = payload.data.repository?.full_name ?? null;
  return { ok: true, ...told.data, place, isAboutItems: eventsOfItems.has(told.data.event) };
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

/** A hook may be set up to send JSON, or a form with JSON in it. */
function readPayload(headers: Headers, body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  const isForm = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  return parsedJson(isForm ? (new URLSearchParams(text).get("payload") ?? "") : text);
}
