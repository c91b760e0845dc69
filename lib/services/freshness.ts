import { listSourcesWithRun } from "@/db/queries/runs";
import type { Balance } from "@/lib/contracts/balance";
import type { Context } from "./context";
import { staleOf, staleOfProduct } from "./stale-source";

type Freshness = Pick<Balance, "syncedAt" | "stale">;

/**
 * When the copy of a product was last complete (the oldest last success, null before every source
 * had one), and why it is older than it should be.
 */
export async function freshnessOf(
  ctx: Context,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<Freshness> {
  const all = await freshnessOfProducts(ctx, { workspaceId, productIds: [productId] });
  return all.get(productId) ?? { syncedAt: null, stale: null };
}

/** The same for several products, by their ids. */
export async function freshnessOfProducts(
  ctx: Context,
  { workspaceId, productIds }: { workspaceId: string; productIds: string[] },
): Promise<Map<string, Freshness>> {
  const sources = await listSourcesWithRun(ctx.db, { workspaceId, productIds });
  const clock = { now: ctx.now(), intervalMinutes: ctx.sync.intervalMinutes };
  const freshnessOfOne = (productId: string): Freshness => {
    const own = sources.filter(({ source }) => source.productId === productId);
    const judged = own.map(({ source, run }) => ({
      name: source.name,
      stale: staleOf(source, run, clock),
    }));
    const successes = own.map(({ source }) => source.lastSuccessAt?.toISOString() ?? "");
    return { syncedAt: successes.sort()[0] || null, stale: staleOfProduct(judged) };
  };
  return new Map(productIds.map((id) => [id, freshnessOfOne(id)]));
}
