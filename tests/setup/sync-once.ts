import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import { claimRun as takeRun } from "@/db/queries/leases";
import { type ClaimedRun, insertRun } from "@/db/queries/runs";
import { findSource } from "@/db/queries/sources";
import type { RunRow, SourceRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { SyncMode } from "@/lib/domain/source";
import { type ModelOf, noModel } from "@/lib/sync/product-classifier";
import { runSync } from "@/lib/sync/run-sync";
import { testNow } from "@/tests/factories";

type Options = { mode?: SyncMode; now?: () => Date; signal?: AbortSignal; modelOf?: ModelOf };

/** Claims a run and works it to its end, as the runner does, in the foreground. */
export async function syncOnce(
  db: Db,
  source: SourceRow,
  connector: Connector,
  options: Options = {},
): Promise<RunRow & ClaimedRun> {
  const run = await claimRun(db, source, options.mode);
  await workRun(db, run, connector, options);
  return run;
}

/** Goes on with the source's waiting run where it has one, else asks for one. */
export async function claimRun(db: Db, source: SourceRow, mode: SyncMode = "incremental") {
  const { workspaceId, id: sourceId } = source;
  const row = { workspaceId, id: crypto.randomUUID(), sourceId, mode, startedAt: testNow };
  await insertRun(db, row);
  const [waiting] = await queryRows<{ id: string }>(
    db,
    sql`select id from sync_runs where source_id = ${sourceId} and state = 'queued'`,
  );
  const owner = crypto.randomUUID();
  const key = { workspaceId, id: waiting?.id ?? row.id };
  const run = await takeRun(db, { ...key, owner, leaseMs: 30_000, at: testNow });
  if (!run) throw new Error("A run of this source is under way.");
  return run;
}

export async function workRun(
  db: Db,
  run: RunRow & ClaimedRun,
  connector: Connector,
  { now = () => testNow, signal = new AbortController().signal, modelOf = noModel }: Options = {},
): Promise<void> {
  const source = await findSource(db, run);
  if (!source) throw new Error("The source is gone.");
  await runSync({
    db,
    run,
    source,
    connector,
    now,
    signal,
    modelOf,
    nextRunAt: () => null,
  });
}
