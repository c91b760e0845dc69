import { listSourcesWithRun } from "@/db/queries/runs";
import type { Context } from "./context";

/**
 * Whether the copy of a product holds all until an instant: each of its sources has succeeded since,
 * or has failed since and can tell no more. A sample brings nothing new.
 */
export async function isCopiedUntil(
  { db }: Pick<Context, "db">,
  { workspaceId, productId }: { workspaceId: string; productId: string },
  until: Date,
): Promise<boolean> {
  const sources = await listSourcesWithRun(db, { workspaceId, productIds: [productId] });
  const isSince = (at: Date | null) => at !== null && at >= until;
  return sources.every(({ source, run }) => {
    const hasFailed = run?.state === "failed" && isSince(run.finishedAt);
    return source.kind === "sample" || isSince(source.lastSuccessAt) || hasFailed;
  });
}
