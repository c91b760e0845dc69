import type { SourceRow } from "@/db/schema";
import type { Connector, ConnectorIo, SourceDescription } from "@/lib/connectors/connector";
import { createRateBudget } from "@/lib/connectors/rate-budget";
import { type ConnectionSpec, createConnector } from "@/lib/connectors/registry";
import type { SecretBox } from "./credentials";
import { connectionSpecOf } from "./source-settings";

export type { ConnectionSpec };

/** Reaches places over the network: one that is not stored yet to check it, a stored one to sync it. */
export type Connections = {
  check(spec: ConnectionSpec, signal: AbortSignal): Promise<SourceDescription>;
  open(source: SourceRow): Connector;
};

/**
 * Syncs keep to their share of the trackers' rate limits; the check that a person waits for may use
 * what is left.
 */
export function createConnections(
  io: ConnectorIo,
  secrets: SecretBox,
  { sharePercent }: { sharePercent: number },
): Connections {
  const budgeted = createRateBudget({ sharePercent, now: io.now });
  const sparing = { ...io, fetch: budgeted(io.fetch) };
  return {
    check: (spec, signal) => createConnector(spec, io).check(signal),
    open: (source) => createConnector(connectionSpecOf(source, secrets), sparing),
  };
}
