import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { productVersions } from "../schema";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(productVersions.workspaceId, workspaceId), eq(productVersions.productId, productId));

/** What a product's answers rest on, as a number that grows with every change; 0 before the first. */
export async function readProductVersion(db: Db, key: ProductKey): Promise<number> {
  const [row] = await db
    .select({ version: productVersions.version })
    .from(productVersions)
    .where(ofProduct(key));
  return row?.version ?? 0;
}

/** Tells readers that what they keep is old, once the caller's transaction is committed. */
export async function raiseProductVersion(db: Db, key: ProductKey): Promise<void> {
  await db
    .insert(productVersions)
    .values({ ...key, version: 1 })
    .onConflictDoUpdate({
      target: [productVersions.workspaceId, productVersions.productId],
      set: { version: sql`${productVersions.version} + 1` },
    });
}

export async function deleteProductVersion(db: Db, key: ProductKey): Promise<void> {
  await db.delete(productVersions).where(ofProduct(key));
}
