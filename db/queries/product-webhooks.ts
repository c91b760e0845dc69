import { and, eq } from "drizzle-orm";
import type { Db } from "../client";
import { type ProductWebhookRow, productWebhooks } from "../schema";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(productWebhooks.workspaceId, workspaceId), eq(productWebhooks.productId, productId));

/** Sets where a product's messages go, or sets it anew. */
export async function upsertProductWebhook(
  db: Db,
  row: ProductKey & { url: string; host: string; createdAt: Date },
): Promise<void> {
  const { url, host, createdAt } = row;
  await db
    .insert(productWebhooks)
    .values(row)
    .onConflictDoUpdate({
      target: [productWebhooks.workspaceId, productWebhooks.productId],
      set: { url, host, createdAt, lastAt: null, lastFault: null },
    });
}

export async function findProductWebhook(
  db: Db,
  key: ProductKey,
): Promise<ProductWebhookRow | null> {
  const [row] = await db.select().from(productWebhooks).where(ofProduct(key));
  return row ?? null;
}

export async function deleteProductWebhook(db: Db, key: ProductKey): Promise<void> {
  await db.delete(productWebhooks).where(ofProduct(key));
}

/** Remembers how the last message fared, if it went to the webhook that there is now. */
export async function recordLastMessage(
  db: Db,
  { url, ...key }: Pick<ProductWebhookRow, "workspaceId" | "productId" | "url">,
  last: { lastAt: Date; lastFault: string | null },
): Promise<void> {
  await db
    .update(productWebhooks)
    .set(last)
    .where(and(ofProduct(key), eq(productWebhooks.url, url)));
}
