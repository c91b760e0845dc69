import type { CorpusRow } from "./corpus";

/** How many parts the repositories are split into. */
export const foldCount = 4;

/** Which part each repository belongs to: the largest first, each into the emptiest part. */
export function foldsOf(rows: readonly CorpusRow[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { repository } of rows) sizes.set(repository, (sizes.get(repository) ?? 0) + 1);
  const order = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const filled = new Array<number>(foldCount).fill(0);
  const folds = new Map<string, number>();
  for (const [repository, size] of order) {
    const fold = filled.indexOf(Math.min(...filled));
    folds.set(repository, fold);
    filled[fold] = (filled[fold] ?? 0) + size;
  }
  return folds;
}
