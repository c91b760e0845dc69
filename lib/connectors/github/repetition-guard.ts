import { UpstreamError } from "@/lib/errors";

/** Pages in a row that bring nothing new before a walk is taken to run in a circle. */
const maxStalePages = 3;

/**
 * Ends a walk whose paging has no end: a next link that was there before, or pages that only repeat
 * records. Throws `malformed`.
 */
export function createRepetitionGuard() {
  const seenLinks = new Set<string>();
  const seenIds = new Set<number>();
  let stalePages = 0;
  return {
    hasSeen: (id: number) => seenIds.has(id),
    check(page: { records: { id: number }[]; next: string | null }): void {
      const before = seenIds.size;
      for (const { id } of page.records) seenIds.add(id);
      stalePages = seenIds.size === before ? stalePages + 1 : 0;
      if (page.next === null) return;
      if (seenLinks.has(page.next) || stalePages >= maxStalePages) {
        throw new UpstreamError(
          "malformed",
          "The pages of the issue list repeat without an end. Try again later.",
        );
      }
      seenLinks.add(page.next);
    },
  };
}
