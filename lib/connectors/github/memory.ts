import type { ConnectorIo } from "@/lib/connectors/connector";

/** A page of names as it was last answered. */
export type KnownPage = {
  kind: "labels" | "issue-types";
  number: number;
  etag: string | null;
  digest: string;
  hasNext: boolean;
};

/** `turn` is the page that is looked at first the next time. */
export type KnownNames = { pages: KnownPage[]; turn: number };

/** What saves requests while the process lives; without it every answer is the same. */
export type GithubMemory = {
  /** Kept events by server, issue and update time. */
  histories: Map<string, unknown[]>;
  /** Label and type names by server and repository. */
  names: Map<string, KnownNames>;
};

const memories = new WeakMap<ConnectorIo, GithubMemory>();

/** One for all connections of a process: a connector lives for one run. */
export function memoryOf(io: ConnectorIo): GithubMemory {
  const memory = memories.get(io) ?? { histories: new Map(), names: new Map() };
  memories.set(io, memory);
  return memory;
}
