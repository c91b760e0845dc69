import type { Db } from "@/db/client";
import type { SourceRow } from "@/db/schema";
import { noModel } from "@/lib/sync/product-classifier";
import { SyncRunner } from "@/lib/sync/sync-runner";
import { testNow } from "@/tests/factories";
import type { MemoryTracker } from "./memory-connector";

type Clock = { now: () => Date };
type Options = Partial<Clock> & { shared?: boolean; log?: SyncLines };
export type SyncLines = { fields: object; message: string }[];

/**
 * A process that syncs sources from trackers in memory. Its loop does not turn by itself: call
 * `tick`. All runners over one map may take each other's jobs.
 */
export function openRunner(
  db: Db,
  trackers: Map<string, MemoryTracker>,
  { now = () => testNow, shared = true, log = [] }: Options = {},
): SyncRunner {
  const write = (fields: object, message: string) => void log.push({ fields, message });
  return new SyncRunner({
    db,
    connect: (source: SourceRow) => {
      const tracker = trackers.get(source.id);
      if (!tracker) throw new Error("This source belongs to another test.");
      return tracker.connector();
    },
    now,
    modelOf: noModel,
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
        else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      }),
    log: { info: write, error: write },
    intervalMinutes: 15,
    reconcileHours: 24,
    shared,
  });
}
