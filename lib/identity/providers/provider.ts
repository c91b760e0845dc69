import type { OAuthProvider } from "better-auth/oauth2";
import { z } from "zod";
import { ProviderFault } from "./ask-provider";

/** What reaches a provider: bounded in time and size, to the hosts that the operator named. */
export type ProviderWorld = {
  fetch: typeof globalThis.fetch;
  /** Told why a provider was of no use, for the operator. */
  onFault: (message: string) => void;
};

/**
 * Who a provider says came: `id` is unique at `issuer`, the server's address. `email` is null where it
 * has verified none.
 */
export type Profile = { issuer: string; id: string; name: string; email: string | null };

type Steps = {
  id: "github" | "oidc";
  name: string;
  requiresNonce: boolean;
  /** Where the browser is sent. */
  begin: OAuthProvider["createAuthorizationURL"];
  /** What the provider gives for a code; kept by nobody. */
  exchange: (given: { code: string; codeVerifier: string; redirectURI: string }) => Promise<object>;
  /** Whom that names. */
  identify: (given: { raw: unknown; nonce: string | undefined }) => Promise<Profile>;
};

/**
 * A provider for Better Auth, in three steps. Its tokens are handed on as `raw`, which Better Auth
 * stores nowhere: they are not needed again.
 */
export function providerOf(steps: Steps, { onFault }: ProviderWorld): OAuthProvider<Profile> {
  const { id, name, requiresNonce } = steps;
  return {
    ...{ id, name, requiresIdTokenNonce: requiresNonce, createAuthorizationURL: steps.begin },
    // Who has no invitation is signed up nowhere, and takes nobody's address.
    disableImplicitSignUp: true,
    // Another server has another person of the same number. An address holds no space.
    accountSubject: ({ profile: { issuer, id } }) => `${issuer} ${id}`,
    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      if (codeVerifier === undefined) return null;
      return told(onFault, async () => ({
        raw: { ...(await steps.exchange({ code, codeVerifier, redirectURI })) },
      }));
    },
    async getUserInfo({ raw, expectedIdTokenNonce: nonce }) {
      const profile = await told(onFault, () => steps.identify({ raw, nonce }));
      if (profile === null) return null;
      const { name: called, email } = profile;
      return { user: { name: called, email, emailVerified: email !== null }, data: profile };
    },
  };
}

/** Null where the provider failed, which is told. Other errors are ours, and are thrown. */
async function told<T>(onFault: ProviderWorld["onFault"], step: () => Promise<T>) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    onFault(error.message);
    return null;
  }
}

const mostLettersOfName = 100;
const emailSchema = z.email().max(254);

/** A name as it may be stored, the first that is one. */
export function nameOf(...given: (string | null | undefined)[]): string {
  const names = given.map((one) =>
    (one ?? "")
      .toWellFormed()
      .replaceAll(/\p{Cc}+/gu, " ")
      .trim(),
  );
  return (names.find((one) => one !== "") ?? "Somebody").slice(0, mostLettersOfName);
}

/** An address, where it is one and the provider says that it has verified it. */
export function verifiedEmail(email: unknown, isVerified: unknown): string | null {
  const parsed = emailSchema.safeParse(email);
  const isProven = isVerified === true || isVerified === "true";
  return parsed.success && isProven ? parsed.data.toLowerCase() : null;
}
