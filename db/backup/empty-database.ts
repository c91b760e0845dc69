import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { listOwnSchemas, listTables, tableCalled } from "./catalogue";

/** What a first start alone writes. */
const ofFirstStart = ["workspaces", "owner_codes"];

/** Whether nothing has been kept in a database yet. */
export async function isUnused(db: Db): Promise<boolean> {
  for (const { name } of await listTables(db)) {
    if (ofFirstStart.includes(name)) continue;
    const rows = await queryRows(db, sql`select 1 as one from ${tableCalled(name)} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Jobs are not restored: what is due is found from the sources. */
export async function removeEverything(tx: Db): Promise<void> {
  for (const { name } of await listTables(tx)) {
    await tx.execute(sql`drop table ${tableCalled(name)} cascade`);
  }
  for (const schema of await listOwnSchemas(tx)) {
    await tx.execute(sql`drop schema ${sql.identifier(schema)} cascade`);
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
