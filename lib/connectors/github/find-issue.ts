import type { ItemReference, RawRecord } from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import { UpstreamError } from "@/lib/errors";
import type { GithubIssueRecord } from "./api-types";
import { assertHasIssues, newestNumber } from "./check-repository";
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
 * of another id, number or repository, or to a place that shows it to nobody like us.
 */
export async function findIssue(
  lookup: Lookup,
  reference: ItemReference,
  asking: Asking,
): Promise<RawRecord | null> {
  if (reference.number === null) throw new TypeError("Every item of GitHub has a number.");
  const { client, toRecords } = lookup;
  const found = await client.getIssue(reference.number, asking).catch(absence);
  if (found === "gone" || found === "refused") {
    assertHasIssues(await client.getRepository(asking), lookup);
    if (found === "refused") await newestNumber(client, asking);
    return null;
  }
  const isSame = String(found.id) === reference.externalId && found.number === reference.number;
  if (!isSame || !(await isInThisRepository(lookup, found, asking))) return null;
  const [record] = await toRecords([found], asking);
  return record ?? null;
}

/**
 * Refused is what leads out of the API (a discussion), or to a repository that is closed to us: it is
 * not here any more, unless all issues are refused.
 */
function absence(error: unknown): "gone" | "refused" {
  if (!(error instanceof UpstreamError)) throw error;
  switch (error.reason) {
    case "not_found":
    case "gone":
      return "gone";
    case "forbidden":
    case "host_not_allowed":
      return "refused";
    default:
      throw error;
  }
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
