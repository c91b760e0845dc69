import { findProductWebhook } from "@/db/queries/product-webhooks";
import { mrkdwn } from "@/lib/agreements/message-text";
import type { ProductWebhook } from "@/lib/contracts/product-webhook";
import { AppError } from "@/lib/errors";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { deliverMessage } from "./deliver-message";
import { requireProduct } from "./find-product";
import { getProductWebhook } from "./get-product-webhook";

/**
 * Sends a message that says no more than that it came. Errors: `not_found`, also without a webhook;
 * `unprocessable` with why it did not arrive.
 */
export async function testProductWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<ProductWebhook> {
  const {
    id: productId,
    workspaceId,
    name,
  } = await requireProduct(ctx, input.productId, "manage_products");
  const webhook = await findProductWebhook(ctx.db, { workspaceId, productId });
  if (!webhook) throw new AppError("not_found", "No webhook is set for this product.");
  const settings = `${ctx.outgoing.baseUrl}/products/${productId}/settings`;
  const text = `${mrkdwn.strong(mrkdwn.text(name))}: this is a test message of Backlog Balance. ${mrkdwn.link("Settings", settings)}`;
  const message = { text, reference: crypto.randomUUID() };
  const afterwards = { passing: "A test message is not tried again.", hopeless: "" };
  const { fault } = await deliverMessage(ctx, webhook, message, afterwards);
  if (fault !== null) throw inputFault("url", fault);
  return getProductWebhook({ ctx, input });
}
