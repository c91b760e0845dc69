import { sql } from "drizzle-orm";
import type { Db } from "../client";

/**
 * Lets one transaction at a time decide about a product's items, until it ends: an answer rests on
 * parents that another may just be changing. Not the product's row, which deleting it locks too.
 */
export async function lockClassification(db: Db, productId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`classify ${productId}`}::text, 0))`,
  );
}

/** Lets one transaction at a time decide about a product's stages and agreements, until it ends. */
export async function lockAgreements(db: Db, productId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`agree ${productId}`}::text, 0))`,
  );
}
