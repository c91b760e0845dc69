import { sql } from "drizzle-orm";
import type { Db } from "../client";

/**
 * Counts the tables that a walk fills, so that plans fit their size. The embedded database never
 * does so by itself: its foreign-key checks kept the plan they got for an empty table, a scan of
 * the whole of it for each row, and a page of 100 took five times as long after 1,500 items.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.execute(sql`
    analyze raw_records, work_items, item_events, classifications, classification_changes,
      ledger, rollups`);
}

/** The same for the tables that a reclassification switches over. */
export async function refreshStagedStatistics(db: Db): Promise<void> {
  await db.execute(sql`analyze staged_classifications, classifications, classification_changes`);
}
