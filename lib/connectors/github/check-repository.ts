import type { SourceDescription } from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import { UpstreamError } from "@/lib/errors";
import type { GithubRepository } from "./api-types";
import type { GithubClient, IssueQuery } from "./client";
import { issuesDisabled } from "./failure";
import type { Asking } from "./request";

type Place = { repository: { owner: string; name: string }; count: CountMode };

const newest: IssueQuery = { sort: "created", direction: "desc", perPage: 1 };

/** Two requests: the repository, and one record of its listing, which a token may not be let see. */
export async function checkRepository(
  client: GithubClient,
  place: Place,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const asking = { signal, patient: false };
  const found = await client.getRepository(asking);
  assertHasIssues(found, place);
  await client.listIssues(newest, asking);
  return { name: found.full_name, url: found.html_url };
}

/** Issues and pull requests share one row of numbers: the newest bounds what a full walk reads. */
export async function estimateTotal(
  client: GithubClient,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return await newestNumber(client, { signal, patient: false });
  } catch (error) {
    // Only a progress bar waits for this; the walk itself meets the same trouble and reports it.
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/** Zero without any record; null where the newest one has no number. Rejects with `UpstreamError`. */
export async function newestNumber(client: GithubClient, asking: Asking): Promise<number | null> {
  const { records } = await client.listIssues(newest, asking);
  const [last] = records;
  if (last === undefined) return 0;
  const { number } = last;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : null;
}

/** Throws `gone` where the issues, and nothing else, are wanted and switched off. */
export function assertHasIssues(found: GithubRepository, place: Place): void {
  if (found.has_issues !== false || place.count !== "issues") return;
  throw new UpstreamError("gone", issuesDisabled(place));
}
