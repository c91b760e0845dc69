import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { listTables } from "./catalogue";

/**
 * Whether nothing has been kept in a database yet; a first start alone makes a workspace. Fails
 * where a policy hides rows: they are not to be taken for none.
 */
export function isUnused(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local row_security = off`);
    for (const { name } of await listTables(tx)) {
      if (name === "workspaces") continue;
      const rows = await queryRows(tx, sql`select 1 as one from ${sql.identifier(name)} limit 1`);
      if (rows.length > 0) return false;
    }
    return true;
  });
}

/** Jobs are not restored: what is due is found from the sources. */
export async function removeEverything(tx: Db): Promise<void> {
  for (const { name } of await listTables(tx)) {
    await tx.execute(sql`drop table ${sql.identifier(name)} cascade`);
  }
  const routines = await queryRows<{ name: string }>(
    tx,
    sql`select oid::regprocedure::text as name from pg_proc p
        where pronamespace = 'public'::regnamespace and not exists
          (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const { name } of routines) await tx.execute(sql.raw(`drop routine ${name} cascade`));
  await tx.execute(sql`drop schema if exists drizzle cascade`);
  await tx.execute(sql`drop schema if exists pgboss cascade`);
}
