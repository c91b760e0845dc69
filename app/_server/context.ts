import type { Context } from "@/lib/services/context";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { getRuntime } from "./runtime";

/** What services are given: until accounts exist, the actor is the owner of this machine. */
export async function getContext(): Promise<Context> {
  const runtime = await getRuntime();
  const { database, reads, secrets, connections, now, modelOf, sharedModel, runner } = runtime;
  return {
    db: database.db,
    actor: { workspaceId: localWorkspaceId, name: "local owner", role: "owner" },
    now,
    reads,
    secrets,
    connections,
    modelOf,
    sharedModel,
    reclassification: runtime.reclassifier,
    sync: runner,
  };
}
