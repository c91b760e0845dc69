import type { z } from "zod";
import type { createGithubSourceSchema } from "@/lib/contracts/sources";
import { parseGithubApiUrl } from "@/lib/domain/github-api-url";
import { parseRepository } from "@/lib/domain/repository-name";
import type { UpstreamError } from "@/lib/errors";
import { appSecret, readGithubSecret } from "@/lib/sync/github-secret";
import { inputFault } from "./connection-fault";
import type { PlaceToConnect } from "./place-to-connect";

/** A repository to connect. Errors: `unprocessable` with the input that cannot be understood. */
export function githubPlace(source: z.output<typeof createGithubSourceSchema>): PlaceToConnect {
  const place = parseRepository(source.repository);
  if (!place.ok) throw inputFault("repository", place.message);
  const api = parseGithubApiUrl(source.apiUrl ?? "");
  if (!api.ok) throw inputFault("apiUrl", api.message);
  const repository = { owner: place.owner, name: place.name };
  const apiUrl = api.apiUrl ?? place.apiUrl;
  const { app, count } = source;
  if (app && source.token)
    throw inputFault("token", "Give either a token or a GitHub App, not both.");
  const token = app ? appSecret(app) : (source.token ?? null);
  return {
    spec: { kind: "github", repository, apiUrl, ...readGithubSecret(token), count },
    token,
    stored: { apiUrl, count, countSubtasks: false, settings: repository },
    identityOf: ({ name }) => `${apiUrl ?? "github.com"} ${name}`.toLowerCase(),
    fieldAtFault: (error) =>
      githubFieldAtFault(error, { apiUrl: apiUrl !== null, app: app !== undefined }),
    placeField: "repository",
    hostField: apiUrl === null ? "repository" : "apiUrl",
  };
}

/** Which input of a repository's connection an upstream failure is about. */
export function githubFieldAtFault(
  { reason }: UpstreamError,
  given: { apiUrl: boolean; app: boolean },
): string {
  switch (reason) {
    case "not_found":
    case "gone":
    case "cursor_expired":
      return "repository";
    case "unauthorized":
    case "forbidden":
    case "rate_limited":
      return given.app ? "app" : "token";
    case "unreachable":
    case "host_not_allowed":
    case "malformed":
      return given.apiUrl ? "apiUrl" : "repository";
  }
}
