import { type SQL, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";

/** The name bears the schema where that is not `public`. */
export type StoredTable = { name: string; columns: string[] };

/** Schemas of the product: migrations and jobs are made anew, and what else is there is others'. */
const ofProduct = sql.raw(`(n.nspname in ('public', 'identity'))`);

/** What an extension has put there comes and goes with it. */
const ofExtension = sql.raw(`exists (select from pg_depend d
  where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')`);

/** Who was signed in, tried to, or asked for a new password when a backup was made must not be so again after a restore. */
const passing = sql.raw(`(n.nspname = 'identity'
  and t.relname in ('sessions', 'verifications', 'attempts', 'password_resets'))`);

const tableName = sql.raw(
  `case n.nspname when 'public' then t.relname::text else n.nspname || '.' || t.relname end`,
);

/** Every table that there is, with the columns that are written: one that is added comes by itself. */
export async function listTables(db: Db): Promise<StoredTable[]> {
  const rows = await queryRows<{ name: string; column: string }>(
    db,
    sql`select ${tableName} as name, a.attname as "column"
        from pg_class t
        join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid
        where ${ofProduct} and not ${passing} and not ${ofExtension} and t.relkind in ('r', 'p') and not t.relispartition
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by name, a.attnum`,
  );
  const columns = new Map<string, string[]>();
  for (const { name, column } of rows) columns.set(name, [...(columns.get(name) ?? []), column]);
  return [...columns].map(([name, of]) => ({ name, columns: of }));
}

export type ForeignKey = { table: string; name: string; definition: string };

export async function listForeignKeys(db: Db): Promise<ForeignKey[]> {
  return queryRows<ForeignKey>(
    db,
    sql`select ${tableName} as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c join pg_class t on t.oid = c.conrelid
        join pg_namespace n on n.oid = t.relnamespace
        where c.contype = 'f' and ${ofProduct} and c.conparentid = 0
        order by "table", c.conname`,
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
      sql`alter table ${tableCalled(table)} drop constraint ${sql.identifier(name)}`,
    );
  }
}

export async function addForeignKeys(db: Db, foreignKeys: ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of foreignKeys) {
    await db.execute(
      sql`alter table ${tableCalled(table)}
          add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    );
  }
}

/** Schemas beside `public` that the product has tables in. */
export async function listOwnSchemas(db: Db): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(
    db,
    sql`select n.nspname as name from pg_namespace n where ${ofProduct} and n.nspname <> 'public'`,
  );
  return rows.map(({ name }) => name);
}

/** A table, as a statement names it. */
export function tableCalled(name: string): SQL {
  const parts = name.split(".").map((part) => sql.identifier(part));
  return sql.join(parts, sql`.`);
}

/** A list of columns, as a statement names them. */
export function columnList(columns: string[]): SQL {
  const names = columns.map((column) => sql.identifier(column));
  return sql.join(names, sql`, `);
}
