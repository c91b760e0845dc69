import type { WorkItem } from "@/lib/domain/work-item";

/** What a connection check found out about the place. */
export type SourceDescription = {
  /** As the tracker spells it: `owner/name`. */
  name: string;
  /** Where a person looks at it. */
  url: string;
  /** What is worth keeping with the source's settings, so as not to ask for it in each run. */
  settings?: Record<string, string>;
  /** Fields that may hold an estimate, likely ones first, where the tracker keeps several. */
  pointsFields?: PointsField[];
  /** Whether the tracker lacks the field that was named for the estimate. */
  lacksPointsField?: boolean;
};

/** A number that items may have; `isLikely` where it looks like an estimate in points. */
export type PointsField = { id: string; name: string; isLikely: boolean };

/** One record exactly as the tracker sent it, with what is needed to store it. */
export type RawRecord = {
  externalId: string;
  /** The tracker's JSON object, verbatim. */
  payload: unknown;
};

/** How a stored item is asked for again. */
export type ItemReference = { externalId: string; key: string; number: number | null };

/** One page of the walk. `next` is an opaque checkpoint: passing it back goes on after this page. */
export type CollectedPage = {
  records: RawRecord[];
  next: string | null;
};

export type CollectRequest = {
  /** Only records changed at or after this instant; null walks everything. */
  since: Date | null;
  /** A page's `next` to go on from; null starts at the beginning. */
  checkpoint: string | null;
  signal: AbortSignal;
};

/** What the mapper makes of one raw record: an item, not ours (with why), or not understood. */
export type Mapped =
  | { outcome: "item"; item: WorkItem }
  | { outcome: "ignored"; why: string }
  | { outcome: "refused"; why: string };

/**
 * One tracker, one connection. Network calls reject with `UpstreamError`, never with anything else
 * a tracker can cause. Paging is visible to the caller so that every page is a checkpoint.
 */
export type Connector = {
  /** Proves that the place exists and can be read. */
  check(signal: AbortSignal): Promise<SourceDescription>;
  /**
   * Proves that a stored place which now shows nothing still lets us in. Absent where `check` may
   * be asked: it refuses no place for being empty.
   */
  prove?(signal: AbortSignal): Promise<void>;
  /** How many records a full walk is expected to read, or null where the tracker does not say. */
  estimateTotal(signal: AbortSignal): Promise<number | null>;
  /** Yields pages in an order in which edits during the walk lose nothing. */
  collect(request: CollectRequest): AsyncIterable<CollectedPage>;
  /**
   * One record, looked up by itself, or null where the tracker says it is not there any more.
   * A full walk that did not meet an item asks this before the item is marked removed.
   */
  find(reference: ItemReference, signal: AbortSignal): Promise<RawRecord | null>;
  /** Pure: raw record → work item. */
  map(payload: unknown): Mapped;
  /**
   * Names what `map` makes of a record: changes with the mapper's code and with every setting it
   * reads. Another text than the stored one derives all items again from their raw records.
   */
  mapping: string;
  /**
   * A digest of what changes items without touching their update time, such as the names of labels;
   * null where that is not known now. Another one than before makes the next walk a full one. It is
   * asked at the start of every walk, so it may cost one request, better a conditional one.
   */
  fingerprint?(signal: AbortSignal): Promise<string | null>;
};

/** Everything a connector may touch of the world, passed in. */
export type ConnectorIo = {
  fetch: typeof globalThis.fetch;
  now: () => Date;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};
