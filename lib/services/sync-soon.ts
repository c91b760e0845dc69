import type { SyncMode } from "@/lib/domain/source";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";

/** Starts a sync; where one is under way, or the scheduler saw it first, that is as good. */
export async function syncSoon(
  ctx: Context,
  key: { workspaceId: string; sourceId: string },
  mode: SyncMode = "incremental",
): Promise<void> {
  try {
    await ctx.sync.start({ ...key, mode });
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return;
    throw error;
  }
}
