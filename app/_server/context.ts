import { createConnector } from "@/lib/connectors/registry";
import type { Context } from "@/lib/services/context";
import { getRuntime, localWorkspaceId } from "./runtime";

/** What services are given: until accounts exist, the actor is the owner of this machine. */
export async function getContext(): Promise<Context> {
  const { database, secrets, io, runner } = await getRuntime();
  return {
    db: database.db,
    actor: { workspaceId: localWorkspaceId, name: "local owner", role: "owner" },
    now: io.now,
    secrets,
    connect: (spec) => createConnector(spec, io),
    sync: runner,
  };
}
