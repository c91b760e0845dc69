/** What a source shows GitHub, as far as a sentence to a person has to know. */
export type CredentialKind = "none" | "token" | "app";

/** What is sent with each request. Tokens of a GitHub App's installation end and are renewed. */
export type GithubCredential = {
  kind: CredentialKind;
  /** The Authorization header to send, or null for none. Rejects with `UpstreamError`. */
  authorization(signal: AbortSignal): Promise<string | null>;
  /** Told that GitHub refused it; true where the next one will be another. */
  discard(): boolean;
};

/** A token as a person made it (classic or fine-grained), or none. */
export function fixedCredential(token: string | null): GithubCredential {
  return {
    kind: token === null ? "none" : "token",
    authorization: async () => (token === null ? null : `token ${token}`),
    discard: () => false,
  };
}
