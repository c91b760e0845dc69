import type { Db } from "@/db/client";
import type { RunRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { ConnectionSpec } from "@/lib/connectors/registry";
import type { SyncMode } from "@/lib/domain/source";
import type { SecretBox } from "@/lib/sync/credentials";
import type { Actor } from "./rights";

/** Everything a service may touch of the world, passed in. */
export type Context = {
  db: Db;
  actor: Actor;
  now: () => Date;
  secrets: SecretBox;
  /** A connector for a place that is not stored yet, for checking it. */
  connect: (spec: ConnectionSpec) => Connector;
  /** Starts runs that outlive the request. */
  sync: {
    start(key: { workspaceId: string; sourceId: string; mode: SyncMode }): Promise<RunRow>;
  };
};
