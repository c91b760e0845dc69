import type { ItemReference, RawRecord } from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import { assertHasIssues } from "./check-repository";
import type { GithubClient } from "./client";
import type { Asking } from "./request";
import type { ToRecords } from "./to-records";

type Lookup = {
  client: GithubClient;
  toRecords: ToRecords;
  repository: { owner: string; name: string };
  count: CountMode;
};

/**
 * One issue by its number, or null where it is gone. A deleted one answers 404 or 410, but so does
 * one of a repository that became unreadable: that rejects. A transferred one redirects to an issue
 * of another id, number or repository.
 */
export async function findIssue(
  lookup: Lookup,
  reference: ItemReference,
  asking: Asking,
): Promise<RawRecord | null> {
  if (reference.number === null) throw new TypeError("Every item of GitHub has a number.");
  const { client, toRecords } = lookup;
  const found = await client.getIssue(reference.number, asking).catch(absent);
  if (found === null) {
    assertHasIssues(await client.getRepository(asking), lookup);
    return null;
  }
  const isSame = String(found.id) === reference.externalId && found.number === reference.number;
  if (!isSame || !(await isInThisRepository(lookup, found, asking))) return null;
  const [record] = await toRecords([found], asking);
  return record ?? null;
}

function absent(error: unknown): null {
  if (error instanceof UpstreamError && ["not_found", "gone"].includes(error.reason)) return null;
  throw error;
}

/** A repository that was renamed goes by its new name, which only it can tell. */
async function isInThisRepository(
  { client, repository }: Lookup,
  { repository_url }: GithubIssueRecord,
  asking: Asking,
): Promise<boolean> {
  const own = `${repository.owner}/${repository.name}`.toLowerCase();
  const place = /\/repos\/([^/]+\/[^/]+)$/.exec(String(repository_url))?.[1]?.toLowerCase();
  if (place === undefined || place === own) return true;
  return (await client.getRepository(asking)).full_name.toLowerCase() === place;
}
