import type { CollectedPage, CollectRequest } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import type { GithubClient, IssuePage } from "./client";
import { isIssueListing, pageNumber } from "./links";
import { createRepetitionGuard } from "./repetition-guard";
import type { ToRecords } from "./to-records";
import { byUpdate, walkByUpdate } from "./walk-by-update";
import { createWholeListing, type ReadPage } from "./whole-listing";

const pageSize = 100;

export type WalkTools = { client: GithubClient; apiUrl: string; toRecords: ToRecords };

/**
 * All records of a repository, a page at a time, in an order in which edits during the walk lose
 * nothing: oldest first by cursors, or by the time of the last update where pages have numbers.
 */
export async function* walkIssues(
  { client, apiUrl, toRecords }: WalkTools,
  { since, checkpoint, signal }: CollectRequest,
): AsyncGenerator<CollectedPage> {
  const asking = { signal, patient: true };
  const query = { sort: "created" as const, direction: "asc" as const, perPage: pageSize };
  const start = client.listingUrl({ ...query, ...(since ? { since } : {}) });
  const from = checkpoint === null ? start : resumeFrom(checkpoint, apiUrl);
  const isResumed = checkpoint !== null;
  const reading = { start: from, isResumed, isWhole: since === null, pageSize };
  const readPage = createWholeListing(client, reading, asking);
  for await (const { records, next } of listedPages(readPage, from)) {
    yield { records: await toRecords(records, asking), next };
  }
}

async function* listedPages(readPage: ReadPage, start: string): AsyncGenerator<IssuePage> {
  const guard = createRepetitionGuard();
  let from = start;
  for (;;) {
    if (isNumbered(from)) return yield* walkByUpdate(readPage, byUpdate(from));
    const page = await readPage(from);
    if (page.next !== null && isNumbered(page.next)) {
      return yield* walkByUpdate(readPage, byUpdate(from));
    }
    guard.check(page);
    yield page;
    if (page.next === null) return;
    from = page.next;
  }
}

/** Deleting a record moves the later ones up, so that a page number steps over one. */
function isNumbered(link: string): boolean {
  return pageNumber(link) !== null || new URL(link).searchParams.get("sort") === "updated";
}

/** A checkpoint is a listing's URL; one that is not ours (any more) sends nothing anywhere. */
function resumeFrom(checkpoint: string, apiUrl: string): string {
  if (isIssueListing(checkpoint, apiUrl)) return checkpoint;
  throw new UpstreamError(
    "cursor_expired",
    "The point the last walk had reached does not belong to this connection. Start a full sync.",
  );
}
