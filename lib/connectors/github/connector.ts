import type {
  Connector,
  ConnectorIo,
  ItemReference,
  RawRecord,
  SourceDescription,
} from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import { UpstreamError, type UpstreamReason } from "@/lib/errors";
import type { GithubRepository } from "./api-types";
import { createGithubClient, type GithubClient } from "./client";
import { issuesDisabled } from "./failure";
import { mapGithubIssue } from "./mapper";
import { walkIssues } from "./walk";

export type GithubConnectorOptions = {
  repository: { owner: string; name: string };
  /** Null is github.com. */
  apiUrl: string | null;
  token: string | null;
  count: CountMode;
  io: ConnectorIo;
  /** How long a request waits for a rate limit to end before the run fails with `rate_limited`. */
  maxRateLimitWaitMs?: number;
  retryBaseMs?: number;
};

const githubApiUrl = "https://api.github.com";

/** One GitHub repository's issues (and pull requests, where they count). */
export function createGithubConnector(options: GithubConnectorOptions): Connector {
  const apiUrl = (options.apiUrl ?? githubApiUrl).replace(/\/+$/, "");
  const { maxRateLimitWaitMs = 90_000, retryBaseMs = 1000 } = options;
  const client = createGithubClient({ ...options, apiUrl, maxRateLimitWaitMs, retryBaseMs });
  return {
    check: (signal) => checkRepository(client, options, signal),
    estimateTotal: (signal) => estimateTotal(client, signal),
    collect: (request) => walkIssues(client, apiUrl, request),
    find: (reference, signal) => findIssue({ client, reference, signal, options }),
    map: (payload) => mapGithubIssue(payload, options),
    mapping: `github 1 ${options.repository.owner}/${options.repository.name} ${options.count}`,
  };
}

/** Two requests: the repository, and one record of its listing, which a token may not be let see. */
async function checkRepository(
  client: GithubClient,
  options: GithubConnectorOptions,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const asking = { signal, patient: false };
  const found = await client.getRepository(asking);
  assertHasIssues(found, options);
  await client.listIssues({ direction: "desc", perPage: 1 }, asking);
  return { name: found.full_name, url: found.html_url };
}

/** Issues and pull requests share one row of numbers: the newest bounds what a full walk reads. */
async function estimateTotal(client: GithubClient, signal: AbortSignal): Promise<number | null> {
  try {
    const asking = { signal, patient: false };
    const { records } = await client.listIssues({ direction: "desc", perPage: 1 }, asking);
    const [newest] = records;
    if (newest === undefined) return 0;
    const { number } = newest;
    return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : null;
  } catch (error) {
    // Only a progress bar waits for this; the walk itself meets the same trouble and reports it.
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

/**
 * A deleted issue answers 404 or 410, but so does one of a repository that became unreadable or had
 * its issues switched off: those reject. A transferred issue redirects to a record of another id.
 */
async function findIssue(lookup: {
  client: GithubClient;
  reference: ItemReference;
  signal: AbortSignal;
  options: GithubConnectorOptions;
}): Promise<RawRecord | null> {
  const { client, reference, signal, options } = lookup;
  if (reference.number === null) throw new TypeError("Every item of GitHub has a number.");
  try {
    const record = await client.getIssue(reference.number, { signal, patient: true });
    const externalId = String(record.id);
    return externalId === reference.externalId ? { externalId, payload: record } : null;
  } catch (error) {
    const isAbsent = error instanceof UpstreamError && absentReasons.includes(error.reason);
    if (!isAbsent) throw error;
    const repository = await client.getRepository({ signal, patient: true });
    assertHasIssues(repository, options);
    return null;
  }
}

const absentReasons: UpstreamReason[] = ["not_found", "gone"];

function assertHasIssues(found: GithubRepository, options: GithubConnectorOptions): void {
  if (found.has_issues !== false || options.count !== "issues") return;
  throw new UpstreamError("gone", issuesDisabled(options));
}
