import { randomBytes } from "node:crypto";
import { upsertWebhook } from "@/db/queries/webhooks";
import type { NewWebhook } from "@/lib/contracts/webhooks";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { requireSource } from "./get-source";
import { recordDeed } from "./record-deed";
import { webhookPath } from "./webhook-answer";

/**
 * Gives a source a webhook with a new secret, which is told this once; one that it had before is
 * refused from now on. Errors: `not_found`; `unprocessable` for the sample, which has no tracker.
 */
export async function setUpWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<NewWebhook> {
  const {
    id: sourceId,
    workspaceId,
    productId,
    kind,
  } = await requireSource(ctx, input.sourceId, "manage_sources");
  if (kind === "sample") throw inputFault("kind", "The sample has no tracker that could tell.");
  const key = { workspaceId, sourceId };
  const secret = randomBytes(32).toString("base64url");
  const createdAt = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await upsertWebhook(tx, { ...key, secret: ctx.secrets.seal(secret, key), createdAt });
    const detail = { on: true };
    await recordDeed(ctx, tx, { kind: "source.webhook", productId, subject: sourceId, detail });
  });
  return { path: webhookPath(sourceId), secret };
}
