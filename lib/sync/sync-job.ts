import type { Db } from "@/db/client";
import type { ClaimedRun } from "@/db/queries/runs";
import type { RunRow, SourceRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { ModelOf } from "./product-classifier";

/** Everything one run of one source needs. */
export type SyncJob = {
  db: Db;
  run: RunRow & ClaimedRun;
  source: SourceRow;
  connector: Connector;
  now: () => Date;
  modelOf: ModelOf;
  signal: AbortSignal;
  /** When the source should be looked at again after this success. */
  nextRunAt: (finishedAt: Date) => Date | null;
};

/** The run was taken over or its source deleted: whoever took it decides what happens next. */
export class LostRunError extends Error {}
