import type { CollectedPage, CollectRequest } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import { newestNumber } from "./check-repository";
import type { GithubClient, IssuePage } from "./client";
import { isIssueListing, pageNumber } from "./links";
import { createRepetitionGuard } from "./repetition-guard";
import type { Asking } from "./request";
import type { ToRecords } from "./to-records";
import { byUpdate, walkByUpdate } from "./walk-by-update";

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
  const isWhole = since === null && checkpoint === null;
  let hasBegun = false;
  for await (const { records, next } of listedPages(client, from, asking)) {
    const isAll = isWhole && !hasBegun && next === null;
    if (isAll && records.length === 0) await proveEmpty(client, asking);
    hasBegun = true;
    yield { records: await toRecords(records, asking), next };
  }
}

/**
 * A list of nothing may be a server's lapse, and a walk that believed it would call the copy whole:
 * what is missing would be looked for only a day later.
 */
async function proveEmpty(client: GithubClient, asking: Asking): Promise<void> {
  if ((await newestNumber(client, asking)) === 0) return;
  throw new UpstreamError(
    "malformed",
    "The issue list came without any issue, though there are some. Try again later.",
  );
}

async function* listedPages(
  client: GithubClient,
  start: string,
  asking: Asking,
): AsyncGenerator<IssuePage> {
  const guard = createRepetitionGuard();
  let from = start;
  for (;;) {
    if (isNumbered(from)) return yield* walkByUpdate(client, byUpdate(from), asking);
    const page = await client.listIssues(from, asking);
    if (page.next !== null && isNumbered(page.next)) {
      return yield* walkByUpdate(client, byUpdate(from), asking);
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
