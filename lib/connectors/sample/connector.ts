import type {
  CollectedPage,
  CollectRequest,
  Connector,
  RawRecord,
} from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import type { SampleRecord } from "./api-types";
import { listSampleRecords } from "./client";
import { mapSampleIssue } from "./mapper";

const pageSize = 100;

export type SampleConnectorOptions = {
  /** Which history; any integer. */
  seed: number;
  /** Where the three years end: when the product was created. */
  anchor: Date;
};

/** A generated history behind the same interface as a tracker; it touches nothing outside. */
export function createSampleConnector(options: SampleConnectorOptions): Connector {
  let generated: SampleRecord[] | undefined;
  const records = () => {
    generated ??= listSampleRecords(options);
    return generated;
  };
  return {
    check: async () => ({ name: "Generated history", url: "" }),
    estimateTotal: async () => records().length,
    collect: (request) => collectPages(records(), request),
    find: async ({ externalId }) => {
      const record = records().find(({ id }) => String(id) === externalId);
      return record ? toRaw(record) : null;
    },
    map: mapSampleIssue,
    mapping: "sample 2",
  };
}

function toRaw(record: SampleRecord): RawRecord {
  return { externalId: String(record.id), payload: record };
}

/** The checkpoint is the last number a page held. */
async function* collectPages(
  records: SampleRecord[],
  { since, checkpoint, signal }: CollectRequest,
): AsyncGenerator<CollectedPage> {
  const wanted = records.filter(({ updated_at }) => !since || new Date(updated_at) >= since);
  let after = checkpoint === null ? 0 : parseCheckpoint(checkpoint);
  let next: string | null;
  do {
    signal.throwIfAborted();
    const left = wanted.filter(({ number }) => number > after);
    const page = left.slice(0, pageSize);
    after = page.at(-1)?.number ?? after;
    next = left.length > pageSize ? String(after) : null;
    yield { records: page.map(toRaw), next };
  } while (next !== null);
}

function parseCheckpoint(checkpoint: string): number {
  if (/^\d{1,9}$/.test(checkpoint)) return Number(checkpoint);
  throw new UpstreamError("cursor_expired", "The place in the sample was not understood.");
}
