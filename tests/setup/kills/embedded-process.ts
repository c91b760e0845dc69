import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { createGuardedFetch } from "@/lib/connectors/http";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { noModel } from "@/lib/sync/product-classifier";
import { SyncRunner } from "@/lib/sync/sync-runner";

const silent = { info: () => undefined, error: () => undefined };
const now = () => new Date();
const sleep = async (ms: number, signal: AbortSignal) => {
  await delay(ms, undefined, { signal });
};

/** Whether no run is under way and no source waits for one. */
async function isIdle(db: Db): Promise<boolean> {
  const [row] = await queryRows<{ busy: number }>(
    db,
    sql`select (select count(*) from sync_runs where finished_at is null)::int
             + (select count(*) from sources where next_run_at <= now())::int as busy`,
  );
  return row?.busy === 0;
}

/** Syncs what is due in a data folder, as the product does on its own database, then ends. */
async function work([dataDir = "", host = ""]: string[]): Promise<void> {
  const database = await openEmbedded(dataDir);
  const guarded = createGuardedFetch({ allowedHosts: [host], timeoutMs: 20_000 });
  const secrets = createSecretBox("a key that only tests know, long enough");
  const io = { fetch: guarded.fetch, now, sleep };
  const { open } = createConnections(io, secrets, { sharePercent: 100 });
  const runner = new SyncRunner({
    db: database.db,
    connect: open,
    now,
    sleep,
    modelOf: noModel,
    log: silent,
    intervalMinutes: 15,
    reconcileHours: 24,
    shared: false,
  });
  runner.begin();
  while (!(await isIdle(database.db))) await delay(20);
  await runner.stop();
  await guarded.close();
  await database.close();
}

await work(process.argv.slice(2));
