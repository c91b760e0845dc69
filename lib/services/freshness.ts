import { latestRuns } from "@/db/queries/runs";
import { listSourcesOfProduct } from "@/db/queries/sources";
import type { Balance } from "@/lib/contracts/balance";
import type { Context } from "./context";
import { staleOf, staleOfProduct } from "./stale-source";

/**
 * When the copy of a product was last complete (the oldest last success, null before every source
 * had one), and why it is older than it should be.
 */
export async function freshnessOf(
  ctx: Context,
  key: { workspaceId: string; productId: string },
): Promise<Pick<Balance, "syncedAt" | "stale">> {
  const sources = await listSourcesOfProduct(ctx.db, key);
  const sourceIds = sources.map(({ id }) => id);
  const runs = await latestRuns(ctx.db, { workspaceId: key.workspaceId, sourceIds });
  const clock = { now: ctx.now(), intervalMinutes: ctx.sync.intervalMinutes };
  const judged = sources.map((source) => ({
    name: source.name,
    stale: staleOf(source, runs.get(source.id) ?? null, clock),
  }));
  const successes = sources.map(({ lastSuccessAt }) => lastSuccessAt?.toISOString() ?? "");
  return { syncedAt: successes.sort()[0] || null, stale: staleOfProduct(judged) };
}
