import type { Connector, ConnectorIo } from "@/lib/connectors/connector";
import type { CountMode } from "@/lib/domain/source";
import { type GithubAppCredential, installationCredential } from "./app-credential";
import { checkRepository, estimateTotal } from "./check-repository";
import { createGithubClient } from "./client";
import { fixedCredential, type GithubCredential } from "./credential";
import { findIssue } from "./find-issue";
import { fingerprintNames } from "./fingerprint";
import { rememberHistories } from "./history-memory";
import { createHistoryReader } from "./history-reader";
import { mapGithubIssue } from "./mapper";
import { memoryOf } from "./memory";
import type { SendConnection } from "./request";
import { createToRecords } from "./to-records";
import { walkIssues } from "./walk";

export type GithubConnectorOptions = {
  repository: { owner: string; name: string };
  /** Null is github.com. */
  apiUrl: string | null;
  token: string | null;
  /** The credentials of a GitHub App, in place of a token. */
  app?: GithubAppCredential;
  count: CountMode;
  io: ConnectorIo;
  /** How long a request waits for a rate limit to end before the run fails with `rate_limited`. */
  maxRateLimitWaitMs?: number;
  retryBaseMs?: number;
};

const githubApiUrl = "https://api.github.com";

/** One GitHub repository's issues (and pull requests, where they count) with their history. */
export function createGithubConnector(options: GithubConnectorOptions): Connector {
  const apiUrl = (options.apiUrl ?? githubApiUrl).replace(/\/+$/, "");
  const { io, repository, count, maxRateLimitWaitMs = 90_000, retryBaseMs = 1000 } = options;
  const sending = { repository, apiUrl, io, retryBaseMs };
  const credential = credentialOf(options, sending);
  const connection = { ...sending, credential, maxRateLimitWaitMs };
  const client = createGithubClient(connection);
  const readHistories = createHistoryReader(client, credential.kind !== "none");
  const { recall, renew } = rememberHistories(readHistories, client, { io, apiUrl });
  const toRecords = { anew: createToRecords(renew, count), again: createToRecords(recall, count) };
  const names = {
    memory: memoryOf(io).names,
    place: `${apiUrl} ${repository.owner}/${repository.name}`,
  };
  return {
    check: (signal) => checkRepository(client, options, signal),
    estimateTotal: (signal) => estimateTotal(client, signal),
    collect: (request) => {
      const tools = { client, apiUrl, toRecords: request.since ? toRecords.again : toRecords.anew };
      return walkIssues(tools, request);
    },
    find: (reference, signal) =>
      findIssue({ client, toRecords: toRecords.anew, repository, count }, reference, {
        signal,
        patient: true,
      }),
    map: (payload) => mapGithubIssue(payload, options),
    mapping: `github 4 ${options.repository.owner}/${options.repository.name} ${options.count}`,
    fingerprint: (signal) => fingerprintNames(client, names, { signal, patient: true }),
  };
}

function credentialOf(
  { token, app }: GithubConnectorOptions,
  sending: SendConnection,
): GithubCredential {
  return app === undefined ? fixedCredential(token) : installationCredential(app, sending);
}
