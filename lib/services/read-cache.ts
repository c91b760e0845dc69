import { LRUCache } from "lru-cache";

/** Rows that were read, kept for whoever asks the same of the same version of the data. */
export type ReadCache = {
  /**
   * The rows under `key`: kept, on their way for another asker, or read now. A reading that fails
   * is not kept. Nobody may change the rows.
   */
  rowsOf<Row>(key: string, read: () => Promise<readonly Row[]>): Promise<readonly Row[]>;
};

/** What a row of a few short texts and numbers takes in memory, roughly, in bytes. */
const rowBytes = 200;
const defaultBytes = 64 * 1024 * 1024;

/** A cache of about as many bytes, which forgets what was not asked for longest. */
export function createReadCache({ mostBytes = defaultBytes } = {}): ReadCache {
  const kept = new LRUCache<string, readonly unknown[], () => Promise<readonly unknown[]>>({
    maxSize: mostBytes,
    sizeCalculation: (rows, key) => rows.length * rowBytes + key.length,
    // What is pushed out while it is read is still the answer to whoever asked.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: read }) => read(),
  });
  return {
    async rowsOf<Row>(key: string, read: () => Promise<readonly Row[]>) {
      const rows = await kept.fetch(key, { context: read });
      if (rows === undefined) throw new Error("A reading of rows ended with none.");
      // One key names one reading: what is kept under it is of its kind.
      return rows as readonly Row[];
    },
  };
}
