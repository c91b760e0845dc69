import { type SQL, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";

export type StoredTable = { name: string; columns: string[] };

/** Every table that there is, with the columns that are written: one that is added comes by itself. */
export async function listTables(db: Db): Promise<StoredTable[]> {
  const rows = await queryRows<{ name: string; column: string }>(
    db,
    sql`select t.relname as name, a.attname as "column"
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
          and not t.relispartition
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by t.relname, a.attnum`,
  );
  const columns = new Map<string, string[]>();
  for (const { name, column } of rows) columns.set(name, [...(columns.get(name) ?? []), column]);
  return [...columns].map(([name, of]) => ({ name, columns: of }));
}

export type ForeignKey = { table: string; name: string; definition: string };

export async function listForeignKeys(db: Db): Promise<ForeignKey[]> {
  return queryRows<ForeignKey>(
    db,
    sql`select t.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
        order by t.relname, c.conname`,
  );
}

export async function hasRelation(db: Db, name: string): Promise<boolean> {
  const [row] = await queryRows<{ found: boolean }>(
    db,
    sql`select to_regclass(${name}) is not null as found`,
  );
  return row?.found === true;
}

export async function dropForeignKeys(db: Db, foreignKeys: ForeignKey[]): Promise<void> {
  for (const { table, name } of foreignKeys) {
    await db.execute(
      sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`,
    );
  }
}

export async function addForeignKeys(db: Db, foreignKeys: ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of foreignKeys) {
    await db.execute(
      sql`alter table ${sql.identifier(table)}
          add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    );
  }
}

/** A list of columns, as a statement names them. */
export function columnList(columns: string[]): SQL {
  const names = columns.map((column) => sql.identifier(column));
  return sql.join(names, sql`, `);
}
