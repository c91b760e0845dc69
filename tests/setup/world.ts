import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import type { ConnectorIo } from "@/lib/connectors/connector";
import { createGuardedFetch } from "@/lib/connectors/http";
import type { Context } from "@/lib/services/context";
import { createConnections } from "@/lib/sync/connections";
import { createSecretBox } from "@/lib/sync/credentials";
import { noModel } from "@/lib/sync/product-classifier";
import type { SyncLog } from "@/lib/sync/sync-log";
import { SyncRunner } from "@/lib/sync/sync-runner";
import { contextOf } from "./context";

export type World = { ctx: Context; runner: SyncRunner; close: () => Promise<void> };

/** Seals the tokens of every world. */
export const worldSecretKey = "a key that only tests know, long enough";

/** The product as it runs, with real connectors over HTTP, reaching only the given stand-in. */
export function openWorld(
  db: Db,
  product: ProductRow,
  standInUrl: string,
  log: SyncLog = { info: () => undefined, error: () => undefined },
): World {
  const guarded = createGuardedFetch({
    allowedHosts: [new URL(standInUrl).host],
    timeoutMs: 60_000,
  });
  const sleep = async (_ms: number, signal: AbortSignal) => {
    await new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
      setTimeout(resolve, 5);
    });
    signal.throwIfAborted();
  };
  const io: ConnectorIo = { fetch: guarded.fetch, now: () => new Date(), sleep };
  const secrets = createSecretBox(worldSecretKey);
  const connections = createConnections(io, secrets, { sharePercent: 80 });
  const base = contextOf(db, product, { now: io.now, secrets, connections });
  const runner = new SyncRunner({
    db,
    connect: connections.open,
    now: io.now,
    modelOf: noModel,
    sleep: (ms, signal) => (ms >= 5_000 ? forever(signal) : sleep(ms, signal)),
    log,
    intervalMinutes: 15,
    reconcileHours: 24,
    shared: true,
  });
  runner.begin();
  const close = async () => {
    await runner.stop();
    await guarded.close();
  };
  return { ctx: { ...base, sync: runner }, runner, close };
}

/** Leases and ticks do not come round in a test. */
function forever(signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
