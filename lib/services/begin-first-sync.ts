import { AppError } from "@/lib/errors";
import type { Context } from "./context";

/** Starts the first sync of a new source; the scheduler may have seen it first, which is as good. */
export async function beginFirstSync(
  ctx: Context,
  key: { workspaceId: string; sourceId: string },
): Promise<void> {
  try {
    await ctx.sync.start({ ...key, mode: "incremental" });
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return;
    throw error;
  }
}
