import type { Source } from "@/lib/contracts/sources";
import type { Context } from "@/lib/services/context";
import { getSource } from "@/lib/services/get-source";
import { until } from "./until";

/** Waits until no run of the source is under way and returns how it stands. */
export function waitForSync(ctx: Context, sourceId: string): Promise<Source> {
  const look = async () => {
    const source = await getSource({ ctx, input: { sourceId } });
    return source.state === "syncing" ? null : source;
  };
  return until(look, { what: "the sync ended" });
}
