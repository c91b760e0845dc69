import type { CreateGithubSource } from "@/lib/contracts/sources";

/** What the form holds; empty texts are not sent. */
export type ConnectValues = { repository: string; token: string; apiUrl: string; pulls: boolean };

export const emptyConnect: ConnectValues = { repository: "", token: "", apiUrl: "", pulls: false };

/** The form's values as the API takes them. */
export function sourceOf({ repository, token, apiUrl, pulls }: ConnectValues): CreateGithubSource {
  return {
    kind: "github",
    repository: repository.trim(),
    ...(token.trim() && { token: token.trim() }),
    ...(apiUrl.trim() && { apiUrl: apiUrl.trim() }),
    count: pulls ? "issues_and_pulls" : "issues",
  };
}
