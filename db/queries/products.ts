import { and, desc, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type ProductRow, products, productVersions, workspaces } from "../schema";
import { allowLongStatements } from "./long-statements";
import { deleteProductVersion } from "./product-version";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(products.workspaceId, workspaceId), eq(products.id, productId));

/** Those of a workspace that the asker sees; null is all of them. */
type Visible = { workspaceId: string; visible: readonly string[] | null };

function ofVisible({ workspaceId, visible }: Visible) {
  const seen = visible === null ? undefined : inArray(products.id, [...visible]);
  return and(eq(products.workspaceId, workspaceId), seen);
}

export async function insertProduct(db: Db, row: ProductRow): Promise<void> {
  await db.insert(products).values(row);
}

export async function findProduct(db: Db, key: ProductKey): Promise<ProductRow | null> {
  const [row] = await db.select().from(products).where(ofProduct(key));
  return row ?? null;
}

/** A product and the version of what its answers rest on, of one moment. */
export async function findProductAndVersion(
  db: Db,
  key: ProductKey,
): Promise<{ product: ProductRow; version: number } | null> {
  const version = sql`coalesce(${productVersions.version}, 0)`.mapWith(Number);
  const [row] = await db
    .select({ product: products, version })
    .from(products)
    .leftJoin(
      productVersions,
      and(
        eq(productVersions.workspaceId, products.workspaceId),
        eq(productVersions.productId, products.id),
      ),
    )
    .where(ofProduct(key));
  return row ?? null;
}

/** A workspace's products, newest first, after the given one. */
export function listProductsOfWorkspace(
  db: Db,
  input: Visible & { limit: number; after: { createdAt: Date; id: string } | null },
): Promise<ProductRow[]> {
  const { after, limit } = input;
  return db
    .select()
    .from(products)
    .where(
      and(
        ofVisible(input),
        after === null
          ? undefined
          : or(
              lt(products.createdAt, after.createdAt),
              and(eq(products.createdAt, after.createdAt), lt(products.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(products.createdAt), desc(products.id))
    .limit(limit);
}

export async function countProducts(db: Db, visible: Visible): Promise<number> {
  return db.$count(products, ofVisible(visible));
}

export async function updateProduct(
  db: Db,
  key: ProductKey,
  change: Partial<
    Pick<
      ProductRow,
      | "name"
      | "timeZone"
      | "weekStart"
      | "classifierVersion"
      | "rulesVersion"
      | "learntVersion"
      | "ledgerVersion"
      | "digest"
      | "outsidePeriods"
      | "outsidePeriod"
    >
  >,
): Promise<ProductRow | null> {
  const [row] = await db.update(products).set(change).where(ofProduct(key)).returning();
  return row ?? null;
}

export async function deleteProduct(db: Db, key: ProductKey): Promise<boolean> {
  return db.transaction(async (tx) => {
    await allowLongStatements(tx);
    const deleted = await tx.delete(products).where(ofProduct(key)).returning({ id: products.id });
    // Last: writers raise it when they hold all else.
    await deleteProductVersion(tx, key);
    return deleted.length > 0;
  });
}

/** Products, of every workspace, whose items were classified by another version than `version`. */
export function listProductsClassifiedOtherwise(db: Db, version: string): Promise<ProductRow[]> {
  return db.select().from(products).where(ne(products.classifierVersion, version));
}

/** Products of every workspace, for looking after the store as a whole. */
export function listAllProducts(db: Db): Promise<ProductRow[]> {
  return db.select().from(products).orderBy(products.createdAt, products.id);
}

/** Products, of every workspace, whose ledger was derived by another version than `version`. */
export function listProductsWithOtherLedger(db: Db, version: number): Promise<ProductRow[]> {
  return db.select().from(products).where(ne(products.ledgerVersion, version));
}

/** The workspace of local mode; creating it again changes nothing. */
export async function ensureWorkspace(
  db: Db,
  row: { workspaceId: string; name: string; createdAt: Date },
): Promise<void> {
  await db.insert(workspaces).values(row).onConflictDoNothing();
}
