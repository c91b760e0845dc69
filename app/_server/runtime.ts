import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { createGuardedFetch } from "@/lib/connectors/http";
import { type Env, readEnv } from "@/lib/env";
import type { Context } from "@/lib/services/context";
import { createReadCache } from "@/lib/services/read-cache";
import { BackupKeeper } from "@/lib/sync/backup-keeper";
import { bringLedgersUp } from "@/lib/sync/bring-ledgers-up";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { sealProbe } from "@/lib/sync/key-probe";
import { createMessagePost } from "@/lib/sync/message-post";
import { openLocalWorkspace } from "@/lib/sync/open-workspace";
import { productModels } from "@/lib/sync/product-models";
import { Reclassifier } from "@/lib/sync/reclassifier";
import { SyncRunner } from "@/lib/sync/sync-runner";
import packageJson from "@/package.json";
import { createLog } from "./log";
import { Messenger } from "./messenger";
import { markStopping } from "./readiness";
import { secretKeyOf } from "./secret-key";
import { sharedModel } from "./text-model";

const upstreamTimeoutMs = 20_000;
/** A webhook answers at once, and only whether it took the message. */
const webhookLimits = { timeoutMs: 5_000, readBodies: false, keepConnections: false };

export type Runtime = {
  env: Env;
  log: Logger;
  database: Database;
  runner: SyncRunner;
  reclassifier: Reclassifier;
  messenger: Messenger;
  /** Null on a server, which has backups of its own, and where none are wanted. */
  backups: BackupKeeper | null;
  /** What services are given beside who asks. */
  world: Omit<Context, "actor">;
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
  const posting = createGuardedFetch({
    allowedHosts: env.ALLOWED_UPSTREAM_HOSTS,
    ...webhookLimits,
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
  const world = {
    ...{ db: database.db, now, reads: createReadCache(), secrets, connections, modelOf },
    sharedModel: () => shared,
    reclassification: reclassifier,
    sync: runner,
    outgoing: { ...createMessagePost(posting), baseUrl: baseUrlOf(env) },
  };
  const messenger = new Messenger({ world, sleep, log });
  const backups = backupsOf({ database, env, secrets, now, log });
  const close = async () => {
    markStopping();
    const told = messenger.stop();
    const kept = backups?.stop();
    // Breaks off what a webhook is slow to take: it is sent again.
    await posting.close();
    await told;
    await reclassifier.stop();
    await runner.stop();
    await kept;
    await guarded.close();
    await database.close();
  };
  return {
    ...{ env, log, database, runner, reclassifier, messenger, backups, world, close },
  };
}

type BackupWorld = Pick<Context, "secrets" | "now"> & Pick<Runtime, "database" | "env" | "log">;

function backupsOf({ database, env, secrets, now, log }: BackupWorld): BackupKeeper | null {
  if (database.kind === "server" || env.BACKUP_INTERVAL_HOURS === 0) return null;
  return new BackupKeeper({
    ...{ database, now, sleep, log },
    folder: join(/* turbopackIgnore: true */ env.DATA_DIR, "backups"),
    intervalHours: env.BACKUP_INTERVAL_HOURS,
    kept: env.BACKUPS_KEPT,
    origin: {
      application: packageJson.version,
      engine: database.kind,
      sealed: sealProbe(secrets),
    },
  });
}

function baseUrlOf({ BASE_URL, HOST, PORT }: Env): string {
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  return (BASE_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "");
}

function openDatabase(env: Env): Promise<Database> {
  return env.DATABASE_URL === undefined ? openEmbedded(env.DATA_DIR) : openServer(env.DATABASE_URL);
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}
