import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";

type Definition = { table: string; name: string; definition: string };

/**
 * Takes the indexes and keys of some tables away while they are filled, and makes them again: each is
 * then one sort instead of millions of look-ups.
 */
export async function withoutIndexes(
  db: Db,
  tables: string[],
  fill: () => Promise<void>,
): Promise<void> {
  const references = await constraintsOf(db, tables, "f");
  const keys = [
    ...(await constraintsOf(db, tables, "p")),
    ...(await constraintsOf(db, tables, "u")),
  ];
  const indexes = await indexesOf(db, tables, keys);
  for (const { table, name } of [...references, ...keys]) {
    await db.execute(sql.raw(`alter table ${table} drop constraint "${name}"`));
  }
  for (const { name } of indexes) await db.execute(sql.raw(`drop index "${name}"`));
  await fill();
  await Promise.all(
    tables.map((table) =>
      run(db, [
        ...keys.filter((key) => key.table === table).map(added),
        ...indexes.filter((index) => index.table === table).map(({ definition }) => definition),
      ]),
    ),
  );
  // Checked by a join each, one after the other: two would wait for each other's locks.
  await run(db, references.map(added));
}

function added({ table, name, definition }: Definition): string {
  return `alter table ${table} add constraint "${name}" ${definition}`;
}

/** In a transaction of their own, since only there a setting holds for the statements after it. */
async function run(db: Db, statements: string[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`);
    await tx.execute(sql`set local work_mem = '256MB'`);
    for (const statement of statements) await tx.execute(sql.raw(statement));
  });
}

/** Primary keys, unique keys, or foreign keys from or to the tables. */
function constraintsOf(db: Db, tables: string[], type: "p" | "u" | "f"): Promise<Definition[]> {
  return queryRows<Definition>(
    db,
    sql`
    select conrelid::regclass::text as "table", conname as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = ${type} and (${isAmong("conrelid", tables)} or ${isAmong("confrelid", tables)})
    order by 1, 2`,
  );
}

/** Indexes that are no key's. */
async function indexesOf(db: Db, tables: string[], keys: Definition[]): Promise<Definition[]> {
  const all = await queryRows<Definition>(
    db,
    sql`
    select indrelid::regclass::text as "table", indexrelid::regclass::text as name,
      pg_get_indexdef(indexrelid) as definition
    from pg_index where ${isAmong("indrelid", tables)} order by 1, 2`,
  );
  const ofKeys = new Set(keys.map(({ name }) => name));
  return all.filter(({ name }) => !ofKeys.has(name));
}

function isAmong(column: string, tables: string[]) {
  const names = sql.join(
    tables.map((table) => sql`${table}`),
    sql`, `,
  );
  return sql`${sql.raw(column)}::regclass::text in (${names})`;
}
