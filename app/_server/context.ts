import type { Context } from "@/lib/services/context";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { getRuntime } from "./runtime";

/** What services are given: until accounts exist, the actor is the owner of this machine. */
export async function getContext(): Promise<Context> {
  const { world } = await getRuntime();
  return {
    ...world,
    actor: { workspaceId: localWorkspaceId, name: "local owner", kind: "local" },
  };
}
