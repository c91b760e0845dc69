import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { isBehindWall } from "@/db/row-security";
import { createGuardedFetch } from "@/lib/connectors/http";
import { baseUrlOf, type Env, readEnv } from "@/lib/env";
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
import { openIdentity, providerHosts } from "./identity";
import { dropPreviousKeys, readKeyFile } from "./key-file";
import { KeyKeeper } from "./key-keeper";
import {
  createKnownSecrets,
  scrubbedDestination,
  watchedBox,
  watchedConnections,
} from "./known-secrets";
import { createLog } from "./log";
import { mailerOf, mailSecretsOf } from "./mailer";
import { Messenger } from "./messenger";
import { Postman } from "./postman";
import { markStopping } from "./readiness";
import { secretKeysOf } from "./secret-key";
import { sharedModel } from "./text-model";

const upstreamTimeoutMs = 20_000;
/** A webhook answers at once, and only whether it took the message. */
const webhookLimits = { timeoutMs: 5_000, readBodies: false, keepConnections: false };
/** Somebody waits at the page meanwhile; what a provider answers has a few kilobytes. */
const providerLimits = { timeoutMs: 5_000, maxBodyBytes: 1024 * 1024, keepConnections: false };

export type Runtime = {
  env: Env;
  log: Logger;
  database: Database;
  runner: SyncRunner;
  reclassifier: Reclassifier;
  messenger: Messenger;
  /** Null where no mail is sent from here. */
  postman: Postman | null;
  /** Null on a server, which has backups of its own, and where none are wanted. */
  backups: BackupKeeper | null;
  /** What services are given beside who asks. */
  world: Omit<Context, "actor" | "db">;
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
  const known = createKnownSecrets();
  for (const secret of secretsOf(env)) known.add(secret);
  const log = createLog(env.LOG_LEVEL, scrubbedDestination(known));
  const database = await openDatabase(env);
  if (database.kind === "server" && !(await isBehindWall(database.db))) {
    log.warn("The database's role is a superuser: row-level security does not hold for it.");
  }
  const now = () => new Date();
  const shared = sharedModel();
  const modelOf = productModels(shared);
  const keys = secretKeysOf(env);
  const box = createSecretBox(keys.present, keys.previous);
  const secrets = watchedBox(box, known);
  const baseUrl = baseUrlOf(env);
  const asking = createGuardedFetch({
    allowedHosts: [...env.ALLOWED_UPSTREAM_HOSTS, ...providerHosts(env)],
    ...providerLimits,
  });
  const identity = openIdentity({
    ...{ env, db: database.db, secretKey: keys.present, baseUrl, fetch: asking.fetch },
    onError: (message) => log.error({ from: "better-auth" }, message),
  });
  const guarded = createGuardedFetch({
    allowedHosts: env.ALLOWED_UPSTREAM_HOSTS,
    timeoutMs: upstreamTimeoutMs,
  });
  const posting = createGuardedFetch({
    allowedHosts: env.ALLOWED_UPSTREAM_HOSTS,
    ...webhookLimits,
  });
  const io = { fetch: guarded.fetch, now, sleep };
  const { RATE_LIMIT_SHARE_PERCENT: sharePercent } = env;
  const connections = watchedConnections(createConnections(io, secrets, { sharePercent }), known);
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
  const mailer = identity && mailerOf(env);
  const postman =
    mailer && new Postman({ world: { db: database.db, now, mailer, baseUrl }, sleep, log });
  const world = {
    ...{ now, reads: createReadCache(), secrets, connections, modelOf },
    sharedModel: () => shared,
    reclassification: reclassifier,
    mail: postman,
    sync: runner,
    outgoing: { ...createMessagePost(posting), baseUrl },
    dbOf: (workspaceId: string) => database.requestsOf(workspaceId),
    ...{ identity, trustProxy: env.TRUST_PROXY === "on" },
  };
  const messenger = new Messenger({ world: { ...world, db: database.db }, sleep, log });
  const keyKeeper = new KeyKeeper({
    ...{ db: database.db, box, keys, now, sleep, log },
    // A key of the settings changes with them, at the next start.
    readKeys: () => (env.SECRET_KEY === undefined ? readKeyFile(env.DATA_DIR) : keys),
    dropPrevious: (present) => dropPreviousKeys(env.DATA_DIR, present),
  });
  if (env.SECRET_KEY === undefined) keyKeeper.begin();
  const backups = backupsOf({ database, env, secrets, now, log });
  const close = async () => {
    markStopping();
    const told = messenger.stop();
    const mailed = postman?.stop();
    const kept = backups?.stop();
    // Breaks off what a webhook is slow to take: it is sent again.
    await posting.close();
    await told;
    await mailed;
    await keyKeeper.stop();
    await reclassifier.stop();
    await runner.stop();
    await kept;
    await guarded.close();
    await asking.close();
    await database.close();
  };
  return {
    ...{ env, log, database, runner, reclassifier, messenger, postman, backups, world, close },
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
    origin: () => ({
      application: packageJson.version,
      engine: database.kind,
      sealed: sealProbe(secrets),
    }),
    isRotating: () => env.SECRET_KEY === undefined && readKeyFile(env.DATA_DIR).previous.length > 0,
  });
}

/** What the settings hold that is nobody's business. */
function secretsOf({ DATABASE_URL, ...env }: Env) {
  const password = DATABASE_URL && URL.canParse(DATABASE_URL) && new URL(DATABASE_URL).password;
  const { SECRET_KEY, SECRET_KEY_PREVIOUS, GITHUB_CLIENT_SECRET, OIDC_CLIENT_SECRET } = env;
  const own = password ? decodeURIComponent(password) : null;
  const keys = [SECRET_KEY, SECRET_KEY_PREVIOUS, GITHUB_CLIENT_SECRET, OIDC_CLIENT_SECRET];
  return [...keys, own, ...mailSecretsOf(env)];
}

function openDatabase(env: Env): Promise<Database> {
  return env.DATABASE_URL === undefined
    ? openEmbedded(env.DATA_DIR)
    : openServer(env.DATABASE_URL, {
        statementTimeoutMs: env.STATEMENT_TIMEOUT_SECONDS * 1000,
      });
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}
