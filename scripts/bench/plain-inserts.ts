import type { Database } from "@/db/client";
import { type ExecuteSql, executeSqlOf } from "@/db/execute-sql";
import type { ProductRow } from "@/db/schema";
import { processorTime } from "./processor-time";

/** What a walk fills, each with the column that says which item a row belongs to. */
const filledTables = [
  { name: "raw_records", owner: "external_id", type: "text" },
  { name: "work_items", owner: "id", type: "uuid" },
  { name: "item_events", owner: "item_id", type: "uuid" },
  { name: "classifications", owner: "item_id", type: "uuid" },
  { name: "classification_changes", owner: "item_id", type: "uuid" },
] as const;

/** As many as make these statements fastest: half or twice as many gain nothing. */
const itemsAtOnce = 1000;

type Item = { id: string; external_id: string; created_at: string };
type Values = (string | null)[];
type Copy = {
  /** The stored rows of some items, as columns. */
  read: (items: Item[]) => Promise<Values[]>;
  insert: (columns: Values[]) => Promise<void>;
};

/**
 * Inserts all that is stored of a product into copies of its tables with the same indexes: one
 * `unnest` statement a table for a thousand items, in the order of their creation. Only the
 * statements are timed, not the reading of their rows.
 */
export async function insertPlainly(
  database: Database,
  product: ProductRow,
): Promise<{ rows: number; ms: number; cpuMs: number | null }> {
  const execute = executeSqlOf(database.db);
  const copies: Copy[] = [];
  for (const table of filledTables) copies.push(await copyOf(execute, table));
  const sum = { rows: 0, ms: 0, cpuMs: 0 };
  for await (const items of allItems(execute, product)) {
    for (const { read, insert } of copies) {
      const columns = await read(items);
      const beganAt = performance.now();
      const before = await processorTime(database);
      await insert(columns);
      const after = await processorTime(database);
      sum.ms += performance.now() - beganAt;
      sum.cpuMs += (after ?? 0) - (before ?? 0);
      sum.rows += columns[0]?.length ?? 0;
    }
  }
  return sum;
}

async function* allItems(
  execute: ExecuteSql,
  { workspaceId, id }: ProductRow,
): AsyncGenerator<Item[]> {
  let after = "-infinity";
  for (;;) {
    const items = await rowsOf<Item>(
      execute,
      `select id::text, external_id, created_at::text from work_items
       where workspace_id = $1 and product_id = $2 and created_at > $3
       order by created_at, id limit ${itemsAtOnce}`,
      [workspaceId, id, after],
    );
    yield items;
    if (items.length < itemsAtOnce) return;
    after = items.at(-1)?.created_at ?? after;
  }
}

async function copyOf(
  execute: ExecuteSql,
  { name, owner, type }: (typeof filledTables)[number],
): Promise<Copy> {
  const columns = await rowsOf<{ name: string; type: string }>(
    execute,
    `select attname as name, atttypid::regtype::text as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [name],
  );
  await execute(`create table plain_${name} (like ${name} including all)`);
  for (const { key } of await rowsOf<{ key: string }>(
    execute,
    `select pg_get_constraintdef(oid) as key from pg_constraint
     where conrelid = $1::regclass and contype = 'f'`,
    [name],
  )) {
    await execute(`alter table plain_${name} add ${key.replace("work_items", "plain_work_items")}`);
  }
  const select = `select ${columns.map((column) => `${column.name}::text`)} from ${name} where ${owner} = any($1::${type}[])`;
  const parameters = columns.map((column, index) => `$${index + 1}::${column.type}[]`);
  const insert = `insert into plain_${name} (${columns.map((column) => column.name)})
    select * from unnest(${parameters})`;
  return {
    read: async (items) => {
      const owners = items.map((item) => (owner === "external_id" ? item.external_id : item.id));
      const rows = await rowsOf<Record<string, string | null>>(execute, select, [
        arrayText(owners),
      ]);
      return columns.map((column) => rows.map((row) => row[column.name] ?? null));
    },
    insert: async (values) => {
      await execute(insert, values.map(arrayText));
    },
  };
}

/** An array as Postgres writes it, which both drivers hand on: one has no arrays of instants. */
function arrayText(values: Values): string {
  const quoted = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  return `{${values.map((value) => (value === null ? "NULL" : quoted(value)))}}`;
}

/** Guarantee of the cast: `Row` is what the statement's select lists. */
async function rowsOf<Row>(execute: ExecuteSql, text: string, values: unknown[]): Promise<Row[]> {
  return (await execute(text, values)).rows as Row[];
}
