import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { describeOnBothEngines } from "@/tests/setup/database";

type IndexRow = { table: string; index: string; first: string };
type ForeignKeyRow = { name: string; columns: string[] };

describeOnBothEngines("the tables can be distributed by workspace", (db) => {
  test("every primary key and unique index begins with workspace_id", async () => {
    const rows = await queryRows<IndexRow>(
      db(),
      sql`select t.relname as "table", i.relname as "index", a.attname as "first"
          from pg_index x
          join pg_class t on t.oid = x.indrelid
          join pg_class i on i.oid = x.indexrelid
          join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
          where t.relnamespace = 'public'::regnamespace and x.indisunique`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ first }) => first !== "workspace_id")).toEqual([]);
  });

  test("every table has a primary key and a workspace_id that is never null", async () => {
    const rows = await queryRows<{ table: string }>(
      db(),
      sql`select t.relname as "table" from pg_class t
          where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
            and not (exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
              and exists (select from pg_attribute a where a.attrelid = t.oid
                          and a.attname = 'workspace_id' and a.attnotnull))`,
    );
    expect(rows).toEqual([]);
  });

  test("every foreign key carries workspace_id, so that none crosses tenants", async () => {
    const rows = await queryRows<ForeignKeyRow>(
      db(),
      sql`select c.conname as name,
            (select array_to_json(array_agg(a.attname)) from unnest(c.conkey) k
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
          from pg_constraint c
          where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ columns }) => !columns.includes("workspace_id"))).toEqual([]);
  });

  test("no column draws from a sequence", async () => {
    const rows = await queryRows<{ name: string }>(
      db(),
      sql`select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'S'`,
    );
    expect(rows).toEqual([]);
  });
});
