import { sql } from "drizzle-orm";
import type { Db } from "../client";

/**
 * Lets the statements of this transaction take ten minutes, where requests otherwise have seconds:
 * for what a person asked for once and what grows with a whole product.
 */
export async function allowLongStatements(transaction: Db): Promise<void> {
  await transaction.execute(sql`set local statement_timeout = '10min'`);
}
