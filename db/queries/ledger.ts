import { type SQL, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import type { ProductRow } from "../schema";
import { isOwnWork } from "./item-filter";
import { jsonUuids } from "./json-rows";
import { ledgerChanges, ledgerColumns, ledgerRows } from "./ledger-rows";
import { lockClassification } from "./product-lock";
import { raiseProductVersion } from "./product-version";
import { findProduct } from "./products";
import { rollupCells, storedRollups } from "./rollup-cells";

export type ProductKey = { workspaceId: string; productId: string };

/** Which items may have changed; as ids, or as all of a source, of a product, or staged for it. */
export type LedgerScope = { itemIds: string[] } | { sourceId: string } | "staged" | "product";

/**
 * Brings the ledger and what is added up from it to what the journals say of some items, in the
 * caller's transaction, which then holds the product's lock. What is so already is not written; the
 * product's version rises all the same, for what of the items the ledger does not hold.
 */
export async function refreshLedger(db: Db, key: ProductKey, scope: LedgerScope): Promise<void> {
  if (typeof scope === "object" && "itemIds" in scope && scope.itemIds.length === 0) return;
  await lockClassification(db, key.productId);
  const product = await findProduct(db, key);
  if (product === null) return;
  await db.execute(sql`
    with derived as materialized (${derivedRows(product, scope)}),
    stored as materialized (
      select ${ledgerColumns}
      from ledger l
      where l.workspace_id = ${key.workspaceId} and l.product_id = ${key.productId}
        and ${scopeCondition(key, scope, { id: sql`l.item_id`, source: sql`l.source_id` })}
    ), added as materialized (select * from derived except all select * from stored),
    withdrawn as materialized (select * from stored except all select * from derived),
    gone as (
      delete from ledger l using withdrawn x
      where l.workspace_id = ${key.workspaceId} and l.item_id = x.item_id and l.day = x.day
        and not exists (select from added a where a.item_id = x.item_id and a.day = x.day)
    ), put as (
      insert into ledger (workspace_id, product_id, ${ledgerColumns})
      select ${key.workspaceId}::uuid, ${key.productId}::uuid, added.* from added
      on conflict (workspace_id, item_id, day) do update set ${ledgerChanges}
    ), moved as (
      select added.*, 1 as sign from added union all select withdrawn.*, -1 from withdrawn
    ) ${rollupCells(key, sql`moved`)}`);
  await raiseProductVersion(db, key);
}

/** Makes a product's ledger and all that is added up from it anew: its calendar is another. */
export async function rebuildLedger(db: Db, key: ProductKey): Promise<void> {
  const { workspaceId, productId } = key;
  const ofProduct = sql`workspace_id = ${workspaceId} and product_id = ${productId}`;
  await db.execute(sql`delete from ledger where ${ofProduct}`);
  await db.execute(sql`delete from rollups where ${ofProduct}`);
  await refreshLedger(db, key, "product");
}

/** A cell that is not what it should be; `expected` is what the journals or the ledger give. */
export type DifferingCell = { table: "ledger" | "rollups"; cell: string };

/**
 * Where the ledger differs from the journals, or what is added up from the ledger; at most `limit`
 * of each. Reads all of the product, and writes nothing.
 */
export async function findDifferingCells(
  db: Db,
  key: ProductKey,
  limit: number,
): Promise<DifferingCell[]> {
  const { workspaceId, productId } = key;
  const product = await findProduct(db, key);
  if (product === null) return [];
  const ofProduct = sql`l.workspace_id = ${workspaceId} and l.product_id = ${productId}`;
  const rows = await queryRows<DifferingCell>(
    db,
    sql`
    with derived as materialized (${derivedRows(product, "product")}),
    stored as materialized (select ${ledgerColumns} from ledger l where ${ofProduct})
    select 'ledger' as table, x::text as cell from (
      (select 'expected', d.* from (select * from derived except all select * from stored) d)
      union all
      (select 'stored', s.* from (select * from stored except all select * from derived) s)
    ) x limit ${limit}`,
  );
  const sums = await queryRows<DifferingCell>(
    db,
    sql`
    with moved as (select ${ledgerColumns}, 1 as sign from ledger l where ${ofProduct})
    ${storedRollups(key, sql`moved`)} limit ${limit}`,
  );
  return [...rows, ...sums];
}

function derivedRows(product: ProductRow, scope: LedgerScope): SQL {
  const { workspaceId, id: productId, timeZone } = product;
  const key = { workspaceId, productId };
  const where = sql`w.workspace_id = ${workspaceId} and w.product_id = ${productId}
    and not w.is_container and ${isOwnWork(workspaceId)}
    and ${scopeCondition(key, scope, { id: sql`w.id`, source: sql`w.source_id` })}`;
  return sql`select ${ledgerColumns} from (${ledgerRows({ workspaceId, timeZone, where })}) derivation`;
}

function scopeCondition(
  { workspaceId, productId }: ProductKey,
  scope: LedgerScope,
  column: { id: SQL; source: SQL },
): SQL {
  if (scope === "product") return sql`true`;
  if (scope === "staged") {
    return sql`${column.id} in (select item_id from staged_classifications
      where workspace_id = ${workspaceId} and product_id = ${productId})`;
  }
  return "sourceId" in scope
    ? sql`${column.source} = ${scope.sourceId}`
    : sql`${column.id} = any ${jsonUuids(scope.itemIds)}`;
}
