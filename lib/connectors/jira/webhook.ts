import { z } from "zod";
import {
  isSignedBy,
  parsedJson,
  refused,
  type VerifiedWebhook,
  type WebhookRequest,
} from "@/lib/connectors/webhook";

/**
 * The same for Jira, whose webhooks an administrator sets up: with a secret they are signed as
 * WebSub's are, on Cloud and on Data Center. Pure; never throws.
 */
export function verifyJiraWebhook(
  secret: string,
  { headers, body }: WebhookRequest,
): VerifiedWebhook {
  if (secret === "") return refused("no secret is set");
  const signature = headers.get("x-hub-signature");
  if (signature === null) return refused("it is not signed");
  if (!isSignedBy(secret, body, signature)) return refused("its signature is wrong");
  const payload = payloadSchema.safeParse(parsedJson(new TextDecoder().decode(body)));
  if (!payload.success) return refused("it is not one of Jira's");
  const { webhookEvent: event, issue } = payload.data;
  const place = issue?.fields?.project?.key ?? null;
  const deliveryId = headers.get("x-atlassian-webhook-identifier")?.trim().slice(0, 200) || null;
  return { ok: true, deliveryId, event, place, isAboutItems: /^jira:issue_/.test(event) };
}

const payloadSchema = z.object({
  webhookEvent: z.string().regex(/^[\w:]{1,100}$/),
  issue: z
    .object({ fields: z.object({ project: z.object({ key: z.string() }).nullish() }).nullish() })
    .nullish(),
});
