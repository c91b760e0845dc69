import type { Source } from "@/lib/contracts/sources";
import type { Context } from "@/lib/services/context";
import { getSource } from "@/lib/services/get-source";

/** Waits until no run of the source is under way and returns how it stands. */
export async function waitForSync(ctx: Context, sourceId: string): Promise<Source> {
  for (let look = 0; look < 1200; look++) {
    const source = await getSource({ ctx, input: { sourceId } });
    if (source.state !== "syncing") return source;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The sync did not end within 30 seconds.");
}
