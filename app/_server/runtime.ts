import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import type { TextModel } from "@/lib/classify/model/text-model";
import { createGuardedFetch } from "@/lib/connectors/http";
import { type Env, readEnv } from "@/lib/env";
import { createReadCache, type ReadCache } from "@/lib/services/read-cache";
import { bringLedgersUp } from "@/lib/sync/bring-ledgers-up";
import { type Connections, createConnections } from "@/lib/sync/connections";
import { createSecretBox, type SecretBox } from "@/lib/sync/credentials";
import { openLocalWorkspace } from "@/lib/sync/open-workspace";
import type { ModelOf } from "@/lib/sync/product-classifier";
import { productModels } from "@/lib/sync/product-models";
import { Reclassifier } from "@/lib/sync/reclassifier";
import { SyncRunner } from "@/lib/sync/sync-runner";
import { createLog } from "./log";
import { secretKeyOf } from "./secret-key";
import { sharedModel } from "./text-model";

const upstreamTimeoutMs = 20_000;

export type Runtime = {
  env: Env;
  log: Logger;
  database: Database;
  secrets: SecretBox;
  connections: Connections;
  now: () => Date;
  reads: ReadCache;
  modelOf: ModelOf;
  sharedModel: () => TextModel;
  runner: SyncRunner;
  reclassifier: Reclassifier;
  close(): Promise<void>;
};

// Next evaluates modules more than once in a process; the database must be opened once.
const holder = globalThis as { backlogBalanceRuntime?: Promise<Runtime> | undefined };

/** Everything the process shares, opened at the first call. A failed opening may be tried again. */
export function getRuntime(): Promise<Runtime> {
  holder.backlogBalanceRuntime ??= open().catch((error: unknown) => {
    holder.backlogBalanceRuntime = undefined;
    throw error;
  });
  return holder.backlogBalanceRuntime;
}

async function open(): Promise<Runtime> {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const database = await openDatabase(env);
  const now = () => new Date();
  const shared = sharedModel();
  const modelOf = productModels(shared);
  const secrets = createSecretBox(secretKeyOf(env));
  const guarded = createGuardedFetch({
    allowedHosts: env.ALLOWED_UPSTREAM_HOSTS,
    timeoutMs: upstreamTimeoutMs,
  });
  const io = { fetch: guarded.fetch, now, sleep };
  const connections = createConnections(io, secrets, {
    sharePercent: env.RATE_LIMIT_SHARE_PERCENT,
  });
  await openLocalWorkspace(database.db, now());
  await bringLedgersUp(database.db, log);
  const runner = new SyncRunner({
    db: database.db,
    connect: connections.open,
    now,
    sleep,
    modelOf,
    log,
    intervalMinutes: env.SYNC_INTERVAL_MINUTES,
    reconcileHours: env.RECONCILE_INTERVAL_HOURS,
    shared: database.kind === "server",
  });
  await runner.open();
  const reclassifier = new Reclassifier({ db: database.db, now, modelOf, sleep, log });
  const close = async () => {
    await reclassifier.stop();
    await runner.stop();
    await guarded.close();
    await database.close();
  };
  return {
    ...{ env, log, database, secrets, connections, now, runner, reclassifier, close },
    ...{ modelOf, sharedModel: () => shared, reads: createReadCache() },
  };
}

function openDatabase(env: Env): Promise<Database> {
  return env.DATABASE_URL === undefined ? openEmbedded(env.DATA_DIR) : openServer(env.DATABASE_URL);
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}
