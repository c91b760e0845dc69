import type { CollectedPage, CollectRequest } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import type { GithubClient } from "./client";
import { isIssueListing, pageBefore } from "./links";
import { createRepetitionGuard } from "./repetition-guard";

const pageSize = 100;

/**
 * All records of a repository, oldest first, a page at a time: an edit moves none of them, a new one
 * comes last, and what a deletion moved over a page's edge is read again. So nothing is lost.
 */
export async function* walkIssues(
  client: GithubClient,
  apiUrl: string,
  { since, checkpoint, signal }: CollectRequest,
): AsyncGenerator<CollectedPage> {
  const asking = { signal, patient: true };
  const guard = createRepetitionGuard();
  const start = { direction: "asc" as const, perPage: pageSize, ...(since ? { since } : {}) };
  let from = checkpoint === null ? start : resumeFrom(checkpoint, apiUrl);
  for (;;) {
    const page = await client.listIssues(from, asking);
    const before = typeof from === "string" ? pageBefore(from) : null;
    const movedUp = before === null ? [] : (await client.listIssues(before, asking)).records;
    const records = [...movedUp.filter(({ id }) => !guard.hasSeen(id)), ...page.records];
    guard.check({ records, next: page.next });
    yield {
      records: records.map((payload) => ({ externalId: String(payload.id), payload })),
      next: page.next,
    };
    if (page.next === null) return;
    from = page.next;
  }
}

/** A checkpoint is the next page's URL; one that is not ours (any more) sends nothing anywhere. */
function resumeFrom(checkpoint: string, apiUrl: string): string {
  if (isIssueListing(checkpoint, apiUrl)) return checkpoint;
  throw new UpstreamError(
    "cursor_expired",
    "The point the last walk had reached does not belong to this connection. Start a full sync.",
  );
}
