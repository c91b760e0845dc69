import { readSprints } from "@/db/queries/item-sprints";
import { readProductVersion } from "@/db/queries/product-version";
import { countRefusedRecords } from "@/db/queries/refused-records";
import { latestRuns } from "@/db/queries/runs";
import { countItemsBySource } from "@/db/queries/sources";
import { listWalks } from "@/db/queries/walks";
import { listWebhooks } from "@/db/queries/webhooks";
import type { RunRow, SourceRow, WalkRow, WebhookRow } from "@/db/schema";
import type { Run, Source } from "@/lib/contracts/sources";
import type { SourceState } from "@/lib/domain/source";
import { secondsLeft } from "@/lib/sync/pace";
import type { Context } from "./context";
import { mostSprints } from "./read-product-sprints";
import { pointsFieldOf } from "./source-settings-change";
import { staleOf } from "./stale-source";
import { versionedReads } from "./versioned-reads";
import { webhookAnswer } from "./webhook-answer";

/** Stored sources of one product in the contract's words, with their runs and counts. */
export async function sourceAnswers(ctx: Context, rows: SourceRow[]): Promise<Source[]> {
  const [first] = rows;
  if (!first) return [];
  const { workspaceId, productId } = first;
  const ofRows = { workspaceId, sourceIds: rows.map(({ id }) => id) };
  const [runs, webhooks, walks, refused, { counts, boards }] = await Promise.all([
    latestRuns(ctx.db, ofRows),
    listWebhooks(ctx.db, ofRows),
    listWalks(ctx.db, ofRows),
    countRefusedRecords(ctx.db, ofRows),
    readOfItems(ctx, { ...ofRows, productId }),
  ]);
  return rows.map((row) =>
    sourceAnswer(ctx, row, {
      run: runs.get(row.id) ?? null,
      walk: walks.get(row.id) ?? null,
      refusedCount: refused.get(row.id) ?? 0,
      webhook: webhooks.get(row.id) ?? null,
      itemCount: counts.get(row.id) ?? 0,
      sprintBoards: boards.flatMap(({ sourceId, board }) => (sourceId === row.id ? [board] : [])),
    }),
  );
}

type OfSources = { workspaceId: string; productId: string; sourceIds: string[] };

/**
 * What is read from the items. Counting reads every item of the product, which at a million takes
 * longer than the rest of a dashboard: kept until one changes.
 */
async function readOfItems(ctx: Context, { sourceIds, ...key }: OfSources) {
  const version = await readProductVersion(ctx.db, key);
  const reads = versionedReads(ctx, { ...key, version });
  const [counts, boards] = await Promise.all([
    reads("items by source", key, countItemsBySource),
    reads("boards by source", { ...key, sourceIds }, readBoards),
  ]);
  return { counts: new Map(counts.map(({ sourceId, count }) => [sourceId, count])), boards };
}

/** The boards of each source's sprints; null is of sprints without one. */
async function readBoards(db: Context["db"], { workspaceId, sourceIds }: OfSources) {
  const bySource = await Promise.all(
    sourceIds.map(async (sourceId) => {
      const sprints = await readSprints(db, { workspaceId, sourceId, limit: mostSprints });
      const boards = new Set(sprints.map(({ board }) => board));
      return [...boards].map((board) => ({ sourceId, board }));
    }),
  );
  return bySource.flat();
}

type Known = {
  run: RunRow | null;
  walk: WalkRow | null;
  refusedCount: number;
  webhook: WebhookRow | null;
  itemCount: number;
  sprintBoards: Source["sprintBoards"];
};

function sourceAnswer(ctx: Context, row: SourceRow, known: Known): Source {
  const { run, walk, refusedCount, webhook, itemCount, sprintBoards } = known;
  const clock = { now: ctx.now(), intervalMinutes: ctx.sync.intervalMinutes };
  return {
    id: row.id,
    productId: row.productId,
    kind: row.kind,
    name: row.name,
    url: row.url,
    apiUrl: row.apiUrl,
    count: row.count,
    countSubtasks: row.countSubtasks,
    hasToken: row.credential !== null,
    pointsField: pointsFieldOf(row),
    state: stateOf(run),
    progress: progressOf(run, walk, clock.now),
    pausedUntil: pausedUntilOf(run),
    lastRun: run && runAnswer(run),
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    reconciledAt: row.reconciledAt?.toISOString() ?? null,
    stale: staleOf(row, run, clock),
    refusedCount,
    webhook: webhook && webhookAnswer(webhook),
    itemCount,
    sprintBoards,
    createdAt: row.createdAt.toISOString(),
  };
}

function stateOf(run: RunRow | null): SourceState {
  switch (run?.state) {
    case "queued":
    case "running":
      return "syncing";
    case "failed":
      return "failed";
    case "succeeded":
    case undefined:
      return "idle";
  }
}

function pausedUntilOf(run: RunRow | null): string | null {
  return run?.state === "queued" ? (run.pausedUntil?.toISOString() ?? null) : null;
}

/** A walk's own count goes on across runs; the estimate is never below what was read already. */
function progressOf(run: RunRow | null, walk: WalkRow | null, now: Date): Source["progress"] {
  const fetched = walk?.fetched ?? run?.fetched ?? 0;
  const total = walk?.total ?? null;
  if (total === null) return { fetched };
  const left = run && secondsLeft(run, walk, now);
  return {
    fetched,
    total: Math.max(total, fetched),
    ...(left !== null && { secondsLeft: left }),
  };
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
