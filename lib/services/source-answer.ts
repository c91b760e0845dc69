import { latestRuns } from "@/db/queries/runs";
import { countItemsBySource } from "@/db/queries/sources";
import { findWalk } from "@/db/queries/walks";
import type { RunRow, SourceRow, WalkRow } from "@/db/schema";
import type { Run, Source } from "@/lib/contracts/sources";
import type { SourceState } from "@/lib/domain/source";
import type { Context } from "./context";

/** Stored sources of one product in the contract's words, with their runs and counts. */
export async function sourceAnswers(ctx: Context, rows: SourceRow[]): Promise<Source[]> {
  const [first] = rows;
  if (!first) return [];
  const { workspaceId, productId } = first;
  const runs = await latestRuns(ctx.db, { workspaceId, sourceIds: rows.map(({ id }) => id) });
  const counts = await countItemsBySource(ctx.db, { workspaceId, productId });
  return Promise.all(
    rows.map(async (row) => {
      const walk = await findWalk(ctx.db, { workspaceId, sourceId: row.id });
      return sourceAnswer(row, runs.get(row.id) ?? null, walk, counts.get(row.id) ?? 0);
    }),
  );
}

function sourceAnswer(
  row: SourceRow,
  run: RunRow | null,
  walk: WalkRow | null,
  itemCount: number,
): Source {
  return {
    id: row.id,
    productId: row.productId,
    kind: row.kind,
    name: row.name,
    url: row.url,
    apiUrl: row.apiUrl,
    count: row.count,
    hasToken: row.credential !== null,
    state: stateOf(run),
    progress: progressOf(run, walk),
    lastRun: run && runAnswer(run),
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    itemCount,
    createdAt: row.createdAt.toISOString(),
  };
}

function stateOf(run: RunRow | null): SourceState {
  if (run?.state === "running") return "syncing";
  return run?.state === "failed" ? "failed" : "idle";
}

/** A walk's own count goes on across runs; the estimate is never below what was read already. */
function progressOf(run: RunRow | null, walk: WalkRow | null): Source["progress"] {
  const fetched = walk?.fetched ?? run?.fetched ?? 0;
  const total = walk?.total ?? null;
  return total === null ? { fetched } : { fetched, total: Math.max(total, fetched) };
}

/** A run in the contract's words. */
export function runAnswer(run: RunRow): Run {
  const { id, mode, state, fetched, changed, removed, refused, error } = run;
  return {
    id,
    mode,
    state,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    fetched,
    changed,
    removed,
    refused,
    error,
  };
}
