import type { Db } from "@/db/client";
import type { ConnectorIo } from "@/lib/connectors/connector";
import { createRateBudget } from "@/lib/connectors/rate-budget";
import { noModel } from "@/lib/sync/product-classifier";
import type { SyncLog } from "@/lib/sync/sync-log";
import { SyncRunner } from "@/lib/sync/sync-runner";
import { createStandInFetch } from "../stand-in-fetch";
import { Life } from "./life";
import { mortalDb } from "./mortal-db";
import type { Upstream } from "./upstream";
import type { WorldClock } from "./world-clock";

export type Process = { life: Life; runner: SyncRunner; leave: () => Promise<void> };

const requestMs = 150;

/** A process that syncs one place, with a database handle, network and memory of its own. */
export function openProcess(db: Db, upstream: Upstream, clock: WorldClock): Process {
  const life = new Life();
  const io = worldIo(upstream, clock, life);
  const runner = new SyncRunner({
    db: mortalDb(db, life),
    connect: () => upstream.connect(io),
    now: clock.now,
    sleep: untilAborted,
    log: silent,
    modelOf: noModel,
    intervalMinutes: 15,
    reconcileHours: 24,
    shared: true,
  });
  return { life, runner, leave: () => runner.stop() };
}

/** The network and the time of a process; what it sleeps passes for everybody. */
export function worldIo(upstream: Upstream, clock: WorldClock, life: Life): ConnectorIo {
  const answer = createStandInFetch(upstream.standIn);
  const budgeted = createRateBudget({ sharePercent: 80, now: clock.now });
  return {
    fetch: budgeted(async (input, init) => {
      life.asked();
      clock.pass(requestMs);
      const response = await answer(input, init);
      await life.answered();
      return response;
    }),
    now: clock.now,
    sleep: async (ms, signal) => {
      life.assertAlive();
      clock.pass(ms);
      signal.throwIfAborted();
    },
  };
}

const silent: SyncLog = { info: () => undefined, error: () => undefined };

/** Leases are not renewed here: whether one has run out is up to the history. */
function untilAborted(_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
