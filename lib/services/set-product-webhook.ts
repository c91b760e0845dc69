import { deleteGivenUpMessages } from "@/db/queries/messages";
import { upsertProductWebhook } from "@/db/queries/product-webhooks";
import type { ProductWebhook } from "@/lib/contracts/product-webhook";
import { UpstreamError } from "@/lib/errors";
import { connectionFault, inputFault } from "./connection-fault";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getProductWebhook } from "./get-product-webhook";
import { recordDeed } from "./record-deed";

/**
 * Sets where a product's messages go, in place of where they went; what was given up there and is
 * a reason still is told to the new one. Errors: `not_found`;
 * `unprocessable` naming `url` where no message may go there.
 */
export async function setProductWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; url: string };
}): Promise<ProductWebhook> {
  const { id: productId, workspaceId } = await requireProduct(
    ctx,
    input.productId,
    "manage_products",
  );
  const url = new URL(input.url);
  if (url.username !== "" || url.password !== "") {
    throw inputFault("url", "Give the address without a name and a password in it.");
  }
  requireAllowed(ctx, url);
  const key = { workspaceId, productId };
  const sealed = ctx.secrets.seal(url.href, key);
  const row = { ...key, url: sealed, host: url.host, createdAt: ctx.now() };
  await ctx.db.transaction(async (tx) => {
    await upsertProductWebhook(tx, row);
    await deleteGivenUpMessages(tx, key);
    const detail = { on: true, host: url.host };
    await recordDeed(ctx, tx, { kind: "product.webhook", productId, subject: productId, detail });
  });
  return getProductWebhook({ ctx, input });
}

function requireAllowed({ outgoing }: Context, url: URL): void {
  try {
    outgoing.requireAllowed(url);
  } catch (error) {
    if (error instanceof UpstreamError) throw connectionFault(error, "url");
    throw error;
  }
}
