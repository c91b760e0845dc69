import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";

/** A number that the database draws comes after those that were restored. */
export async function advanceSequences(tx: Db): Promise<void> {
  const drawn = await queryRows<{ table: string; column: string; sequence: string }>(
    tx,
    sql`select t.relname as "table", a.attname as "column",
               pg_get_serial_sequence(quote_ident(t.relname), a.attname) as sequence
        from pg_class t join pg_attribute a on a.attrelid = t.oid
        where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attnum > 0
          and not a.attisdropped
          and pg_get_serial_sequence(quote_ident(t.relname), a.attname) is not null`,
  );
  for (const { table, column, sequence } of drawn) {
    await tx.execute(sql`select setval(${sequence}::regclass, max(${sql.identifier(column)}))
      from ${sql.identifier(table)} having max(${sql.identifier(column)}) is not null`);
  }
}
