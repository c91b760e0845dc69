import { readProductVersion } from "@/db/queries/product-version";
import type { Context } from "./context";

export type VersionedReads = <Question extends object, Row>(
  /** What is read: the same name is always the same reading. */
  name: string,
  question: Question,
  read: (db: Context["db"], question: Question) => Promise<Row[]>,
) => Promise<readonly Row[]>;

/**
 * Reads of a product that are kept for its version, which is looked up once: the same question is
 * then answered from memory until anything changes. Rows may be newer than the version they are
 * kept under, never older.
 */
export function versionedReads(
  { db, reads }: Context,
  key: { workspaceId: string; productId: string },
): VersionedReads {
  const version = readProductVersion(db, key);
  return async (name, question, read) => {
    const parts = [name, key.workspaceId, key.productId, await version, question];
    return reads.rowsOf(JSON.stringify(parts), () => read(db, question));
  };
}
