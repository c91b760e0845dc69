import { listSourcesWithRun } from "@/db/queries/runs";
import type { Context } from "./context";

/**
 * Until when the copy of a product holds all there is to know: to the oldest of its sources' last
 * successes, or last failures where they can tell no more; null where nothing more can come, since a
 * sample brings nothing new.
 */
export async function copiedUntil(
  { db }: Pick<Context, "db">,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<Date | null> {
  const sources = await listSourcesWithRun(db, { workspaceId, productIds: [productId] });
  const ends = sources
    .filter(({ source }) => source.kind !== "sample")
    .map(({ source, run }) => {
      const failedAt = run?.state === "failed" ? run.finishedAt : null;
      return Math.max(+(source.lastSuccessAt ?? 0), +(failedAt ?? 0));
    });
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/** Whether the copy of a product holds all until an instant. */
export async function isCopiedUntil(
  ctx: Pick<Context, "db">,
  key: { workspaceId: string; productId: string },
  until: Date,
): Promise<boolean> {
  const end = await copiedUntil(ctx, key);
  return end === null || end >= until;
}
