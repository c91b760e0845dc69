/** Whom a provider's stand-in signs in; the next one to come is who is set. */
export type StandInPerson = {
  /** OpenID Connect's `sub`; GitHub's number. */
  id: string;
  name: string;
  email: string | null;
  verified: boolean;
};

export type SignInFault =
  | "none"
  /** The person says no. */
  | "denied"
  /** The token endpoint fails, with the client's secret in its answer. */
  | "token_fails"
  /** Nothing answers what the server asks; the browser's page does. */
  | "silent"
  | "endless"
  /** Tokens of OpenID Connect that must not be believed. */
  | "other_key"
  | "unsigned"
  | "other_audience"
  | "other_issuer"
  | "other_nonce"
  | "expired"
  /** Keys that no key can be made of, or that are too short to be believed. */
  | "broken_key"
  | "weak_key"
  /** The discovery names another issuer than where it stands. */
  | "false_discovery";

export type SignInStandInOptions = {
  clientId: string;
  clientSecret: string;
  /** Where codes may be sent to. */
  redirectUris: () => string[];
};

export type Granted = { challenge: string; redirectUri: string; nonce: string | null };

export type ProviderRequest = { url: URL; form: URLSearchParams; authorization: string | null };
export type ProviderAnswer = {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
};
