import { UpstreamError } from "@/lib/errors";

/** Pages that bring nothing new before a walk is taken to run in a circle. */
const mostStalePages = 3;

type Page = { records: { id: number }[]; next: string | null };

/**
 * Ends a walk whose paging has no end: a next link that was there before, pages that only repeat
 * records, or empty ones. Throws `malformed`. However long the walk, one page is remembered, ever
 * later ones (the 1st, 2nd, 4th, 8th …): a circle meets the one in it again (Brent's method).
 */
export function createRepetitionGuard() {
  let landmark = { ids: new Set<number>(), next: "" };
  let pages = 0;
  let repeatedPages = 0;
  let emptyPages = 0;
  return {
    check({ records, next }: Page): void {
      const isEmpty = records.length === 0;
      emptyPages = isEmpty ? emptyPages + 1 : 0;
      if (!isEmpty && records.every(({ id }) => landmark.ids.has(id))) repeatedPages += 1;
      if (next === null) return;
      const isStale = Math.max(emptyPages, repeatedPages) >= mostStalePages;
      if (isStale || next === landmark.next) throw endless();
      pages += 1;
      if (!Number.isInteger(Math.log2(pages))) return;
      landmark = { ids: new Set(records.map(({ id }) => id)), next };
      repeatedPages = 0;
    },
  };
}

function endless(): UpstreamError {
  const message = "The pages of the issue list repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}
