import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import { findDifferingCells, type ProductKey } from "@/db/queries/ledger";

type Run = {
  state: string;
  mode: string;
  error: string | null;
  changed: number;
  removed: number;
};

/** All runs of a source, oldest first. */
export function readRuns(db: Db, sourceId: string): Promise<Run[]> {
  return queryRows<Run>(
    db,
    sql`select state, mode, error, changed, removed from sync_runs
        where source_id = ${sourceId} order by started_at, claimed_at nulls last`,
  );
}

/** The tracker's ids of all items that are stored, gone or not. */
export async function readStoredIds(db: Db, sourceId: string): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`select external_id as id from work_items where source_id = ${sourceId}`,
  );
  return rows.map(({ id }) => id);
}

/** Jobs of a source's runs that nobody has taken. */
export function readWaitingJobs(db: Db, sourceId: string): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    sql`select j.id from pgboss.job j join sync_runs r on r.id = j.id
        where r.source_id = ${sourceId} and j.state < 'active'`,
  );
}

/** By the database's clock, which no history moves: a lease runs out, and a lost job is missed. */
export async function outliveLease(db: Db, sourceId: string): Promise<void> {
  await db.execute(sql`
    update sync_runs set lease_until = now() - interval '1 second',
                         job_sent_at = now() - interval '2 minutes'
    where source_id = ${sourceId} and finished_at is null`);
}

/** The first cells of the ledger and its sums that are not what the journals say. */
export async function readLedgerFaults(db: Db, key: ProductKey): Promise<string[]> {
  const cells = await findDifferingCells(db, key, 5);
  return cells.map(({ table, cell }) => `${table} ${cell}`);
}
