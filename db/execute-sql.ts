import type { PGlite } from "@electric-sql/pglite";
import type { Sql } from "postgres";
import type { Db } from "./client";

/** Runs a statement as text with `$1` parameters: for a library that writes its own SQL. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: object[] }>;

/**
 * Statements on the connection pool of either engine, outside any transaction of `db`.
 * A script between BEGIN and COMMIT runs in one transaction of the driver's own, so that a failure
 * in its middle leaves no connection behind in an aborted one; it returns no rows.
 */
export function executeSqlOf(db: Db): ExecuteSql {
  const client = clientOf(db);
  return typeof client === "function" ? onServer(client) : onEmbedded(client);
}

type EmbeddedClient = Pick<PGlite, "query" | "transaction">;

/** Guarantee of the cast: Drizzle gives every opened database its driver as `$client`. */
function clientOf(db: Db): Sql | EmbeddedClient {
  return (db as Db & { $client: Sql | EmbeddedClient }).$client;
}

function onEmbedded(client: EmbeddedClient): ExecuteSql {
  return async (text, values) => {
    const script = scriptOf(text);
    if (script === null) return { rows: (await client.query<object>(text, given(values))).rows };
    await client.transaction((tx) => tx.exec(script));
    return { rows: [] };
  };
}

function onServer(client: Sql): ExecuteSql {
  return async (text, values) => {
    const script = scriptOf(text);
    if (script === null) return { rows: [...(await client.unsafe(text, given(values)))] };
    await client.begin((tx) => tx.unsafe(script).simple());
    return { rows: [] };
  };
}

/** What stands between BEGIN and COMMIT; null where the text is a single statement. */
function scriptOf(text: string): string | null {
  return /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/i.exec(text)?.[1] ?? null;
}

/**
 * JSON goes as text: Drizzle takes the server driver's own encoding of objects away.
 * Guarantee of the cast: what is left (texts, numbers, arrays, null) both drivers can send.
 */
function given(values: unknown[] = []): never[] {
  return values.map((value) =>
    isPlainObject(value) ? JSON.stringify(value) : (value ?? null),
  ) as never[];
}

function isPlainObject(value: unknown): boolean {
  return typeof value === "object" && value?.constructor === Object;
}
