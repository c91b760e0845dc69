import type { Db } from "@/db/client";
import type { SourceRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { ModelOf } from "./product-classifier";
import type { SyncLog } from "./sync-log";

/** What of the world a process needs to work on runs. */
export type RunWorld = {
  db: Db;
  connect: (source: SourceRow) => Connector;
  now: () => Date;
  modelOf: ModelOf;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: SyncLog;
  intervalMinutes: number;
};
