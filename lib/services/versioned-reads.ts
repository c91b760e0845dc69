import type { Context } from "./context";

export type VersionedReads = <Question extends object, Row>(
  /** What is read: the same name is always the same reading. */
  name: string,
  question: Question,
  read: (db: Context["db"], question: Question) => Promise<Row[]>,
) => Promise<readonly Row[]>;

/**
 * Reads of a product that are kept for its version, which the caller has looked up before: the same
 * question is then answered from memory until anything changes. Rows may be newer than the version
 * they are kept under, never older.
 */
export function versionedReads(
  { db, reads }: Context,
  key: { workspaceId: string; productId: string; version: number },
): VersionedReads {
  const { workspaceId, productId, version } = key;
  return (name, question, read) => {
    const parts = [name, workspaceId, productId, version, question];
    return reads.rowsOf(JSON.stringify(parts), () => read(db, question));
  };
}

/** A single value that is kept as rows are. */
export async function versionedValue<Question extends object, Value>(
  reads: VersionedReads,
  name: string,
  question: Question,
  read: (db: Context["db"], question: Question) => Promise<Value>,
): Promise<Value> {
  const [kept] = await reads(name, question, async (...asked) => [{ value: await read(...asked) }]);
  if (!kept) throw new Error("A value that was kept is gone.");
  return kept.value;
}
