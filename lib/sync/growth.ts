const firstSize = 200;

/**
 * True where a walk has doubled since the last power of two times 200 records: seldom enough to
 * cost nothing, often enough that no plan was made for a table less than half as large.
 */
export function hasDoubled(before: number, after: number): boolean {
  return stepOf(after) > stepOf(before);
}

function stepOf(size: number): number {
  return size < firstSize ? 0 : 1 + Math.floor(Math.log2(size / firstSize));
}
