import type { Db } from "@/db/client";
import { insertRun } from "@/db/queries/runs";
import { findSource } from "@/db/queries/sources";
import type { RunRow, SourceRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { SyncMode } from "@/lib/domain/source";
import { runSync } from "@/lib/sync/run-sync";
import { testNow } from "@/tests/factories";

type Options = { mode?: SyncMode; now?: () => Date; signal?: AbortSignal };

/** Claims a run and works it to its end, as the runner does, in the foreground. */
export async function syncOnce(
  db: Db,
  source: SourceRow,
  connector: Connector,
  options: Options = {},
): Promise<RunRow> {
  const run = await claimRun(db, source, options.mode);
  await workRun(db, run, connector, options);
  return run;
}

export async function claimRun(db: Db, source: SourceRow, mode: SyncMode = "incremental") {
  const run = await insertRun(db, {
    workspaceId: source.workspaceId,
    id: crypto.randomUUID(),
    sourceId: source.id,
    mode,
    startedAt: testNow,
    leaseOwner: crypto.randomUUID(),
    leaseUntil: new Date(testNow.getTime() + 30_000),
  });
  if (!run) throw new Error("A run of this source is under way.");
  return run;
}

export async function workRun(
  db: Db,
  run: RunRow,
  connector: Connector,
  { now = () => testNow, signal = new AbortController().signal }: Options = {},
): Promise<void> {
  const source = await findSource(db, run);
  if (!source) throw new Error("The source is gone.");
  await runSync({ db, run, source, connector, now, signal, nextRunAt: () => null });
}
