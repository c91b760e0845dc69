import type { Db } from "@/db/client";
import { rebuildLedger } from "@/db/queries/ledger";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct, listProductsWithOtherLedger, updateProduct } from "@/db/queries/products";
import { ledgerVersion } from "@/lib/domain/ledger";
import type { SyncLog } from "./sync-log";

/**
 * Derives the ledger of each product whose stored one is of an older version, a product a
 * transaction; before anything is read from it. Nothing is done where all are as they should be.
 */
export async function bringLedgersUp(db: Db, log: SyncLog): Promise<void> {
  for (const { workspaceId, id: productId } of await listProductsWithOtherLedger(
    db,
    ledgerVersion,
  )) {
    log.info({ productId }, "deriving the ledger of a product that an older version stored");
    await db.transaction(async (tx) => {
      await lockClassification(tx, productId);
      const product = await findProduct(tx, { workspaceId, productId });
      if (product === null || product.ledgerVersion === ledgerVersion) return;
      await rebuildLedger(tx, { workspaceId, productId });
      await updateProduct(tx, { workspaceId, productId }, { ledgerVersion });
    });
  }
}
