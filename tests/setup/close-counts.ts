import { expect } from "vitest";

/** Counts that are sums of fractions: equal but for the last bits of the slow side. */
export function closeCounts(counts: Record<string, number>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, expect.closeTo(count, 8)]),
  );
}
