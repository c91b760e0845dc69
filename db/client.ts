import type { ExtractTablesWithRelations, SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

export type Schema = typeof schema;

/** Either engine, or a transaction on either: what every query function takes first. */
export type Db = PgDatabase<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export type Database = {
  db: Db;
  /**
   * The same for what somebody waits for: on a server a statement that takes too long is cut off, and
   * only rows of the workspace are seen and written.
   */
  requestsOf(workspaceId: string): Db;
  kind: "embedded" | "server";
  /** Rejects where the database cannot be reached. Never waits behind a long query. */
  ping(): Promise<void>;
  /**
   * Runs `work` on what the database holds at one instant, while others go on writing. `signal` breaks
   * off what is done before `work` too; it rejects then.
   */
  snapshot<T>(work: (db: Db) => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): Promise<void>;
};

/** Runs `work` in one reading transaction, which sees the same state from its first to its last read. */
export function inSnapshot<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" });
}

/**
 * Rows of a raw statement on either driver. Instants come as text on both, counts must be cast to
 * int or float8 in the statement. Guarantee of the cast: `Row` is what the caller's select lists.
 */
export async function queryRows<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(statement);
  if (Array.isArray(result)) return [...result] as Row[];
  return (result as { rows: Row[] }).rows;
}
