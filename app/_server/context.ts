import type { Context } from "@/lib/services/context";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { noModel } from "@/lib/sync/product-classifier";
import { getRuntime } from "./runtime";

/** What services are given: until accounts exist, the actor is the owner of this machine. */
export async function getContext(): Promise<Context> {
  const { database, secrets, connections, now, runner, reclassifier } = await getRuntime();
  return {
    db: database.db,
    actor: { workspaceId: localWorkspaceId, name: "local owner", role: "owner" },
    now,
    secrets,
    connections,
    modelOf: noModel,
    reclassification: reclassifier,
    sync: runner,
  };
}
