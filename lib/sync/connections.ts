import type { SourceRow } from "@/db/schema";
import type { Connector, ConnectorIo, SourceDescription } from "@/lib/connectors/connector";
import { type ConnectionSpec, createConnector } from "@/lib/connectors/registry";
import type { SecretBox } from "./credentials";
import { connectionSpecOf } from "./source-settings";

export type { ConnectionSpec };

/** Reaches places over the network: one that is not stored yet to check it, a stored one to sync it. */
export type Connections = {
  check(spec: ConnectionSpec, signal: AbortSignal): Promise<SourceDescription>;
  open(source: SourceRow): Connector;
};

export function createConnections(io: ConnectorIo, secrets: SecretBox): Connections {
  return {
    check: (spec, signal) => createConnector(spec, io).check(signal),
    open: (source) => createConnector(connectionSpecOf(source, secrets), io),
  };
}
