import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import {
  addForeignKeys,
  columnList,
  dropForeignKeys,
  listForeignKeys,
  listTables,
  tableCalled,
} from "@/db/backup/catalogue";
import { type Db, queryRows } from "@/db/client";

/** Texts that a file of lines could stumble over. */
const awkward = 'a "quoted" \\ back\\nslash,\n\r\t\u2028 ÷ 😀 </script>';

/**
 * Puts so many rows into every table that there is, whatever the schema: row n has the same number
 * and id n in each column, so that each foreign key finds its row.
 */
export async function fillAllTables(db: Db, rows: number): Promise<void> {
  const foreignKeys = await listForeignKeys(db);
  await dropForeignKeys(db, foreignKeys);
  const types = await listTypes(db);
  for (const { name, columns } of await listTables(db)) {
    for (let n = 1; n <= rows; n++) {
      const values = columns.map((column) => anyValue(types.get(`${name} ${column}`) ?? "", n));
      await db.execute(sql`insert into ${tableCalled(name)} (${columnList(columns)})
        overriding system value values (${sql.join(values, sql`, `)})`);
    }
  }
  await addForeignKeys(db, foreignKeys);
}

/** The type of each column, by its table's name and its own. */
async function listTypes(db: Db): Promise<Map<string, string>> {
  const rows = await queryRows<{ table: string; column: string; type: string }>(
    db,
    sql`select case table_schema when 'public' then table_name
            else table_schema || '.' || table_name end as "table",
          column_name as "column", data_type as type
        from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  return new Map(rows.map(({ table, column, type }) => [`${table} ${column}`, type]));
}

function anyValue(type: string, n: number) {
  switch (type) {
    case "uuid":
      return sql`${`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`}::uuid`;
    case "text":
      return sql`${`${n} ${awkward}`}::text`;
    case "smallint":
    case "integer":
    case "bigint":
      return sql.raw(String(n));
    case "numeric":
    case "double precision":
      return sql.raw(`${n}.125`);
    case "boolean":
      return sql.raw(n % 2 === 0 ? "true" : "false");
    case "date":
      return sql.raw(`date '2026-01-01' + ${n}`);
    case "timestamp with time zone":
      return sql.raw(`timestamptz '2026-01-01T00:00:00.123Z' + interval '${n} days'`);
    case "jsonb":
      return sql`${JSON.stringify([{ n: 12345678901234567890n.toString(), awkward }])}::text::jsonb`;
    case "bytea":
      return sql.raw(`'\\x00ff0a${String(n).padStart(2, "0")}'::bytea`);
    default:
      throw new Error(`A column has the type ${type}: say here what a row of it holds.`);
  }
}

/** Filled with the time at which a migration runs. */
const timesOfMigrating = ["job_sent_at"];

/** What every table holds, whatever the order: equal contents are equal digests. */
export async function digestOfTables(db: Db): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { name, columns } of await listTables(db)) {
    const compared = columns.filter((column) => !timesOfMigrating.includes(column));
    const rows = await queryRows<{ line: string }>(
      db,
      sql`select jsonb_build_array(${columnList(compared)})::text as line from ${tableCalled(name)}`,
    );
    const lines = rows.map(({ line }) => line).sort();
    const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
    digests[name] = `${lines.length} rows, ${digest}`;
  }
  return digests;
}
