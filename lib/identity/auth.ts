import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import type { Db } from "@/db/client";
import { logins, people, sessions, verifications } from "@/db/schema";

/** Where people may sign in besides: GitHub, and any provider of OpenID Connect. */
export type Providers = {
  github: { clientId: string; clientSecret: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
};

export type AuthOptions = {
  db: Db;
  /** Signs the cookies. */
  secret: string;
  /** Where people reach this server. Behind TLS the cookies are for it alone, and never in clear. */
  baseUrl: string;
  providers: Providers;
  onError: (message: string) => void;
};

const sessionSeconds = 14 * 86_400;

/** Better Auth on our tables. Its own sign-up and its limits are not used: `lib/services` has both. */
export function createAuth({ db, secret, baseUrl, providers, onError }: AuthOptions) {
  const isSecure = baseUrl.startsWith("https://");
  const prefix = isSecure ? "__Host-balance" : "balance";
  const attributes = { secure: isSecure, sameSite: "lax" as const, httpOnly: true, path: "/" };
  return betterAuth({
    secret,
    baseURL: baseUrl,
    basePath: "/api/auth",
    trustedOrigins: [new URL(baseUrl).origin],
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: people, session: sessions, account: logins, verification: verifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Fixed: a session ends two weeks after its sign-in, whatever is done with it.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    // An address that nobody has verified must not open the way into another's account.
    account: { encryptOAuthTokens: true, accountLinking: { enabled: false } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (level, message) => {
        if (level === "error") onError(message);
      },
    },
    advanced: {
      // The prefix is given whole: `__Host-` and not `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: prefix,
      defaultCookieAttributes: attributes,
    },
    ...(providers.github && {
      // Who has no invitation is signed up nowhere, and takes nobody's address.
      socialProviders: { github: { ...providers.github, disableImplicitSignUp: true } },
    }),
    plugins: providers.oidc ? [oidcPlugin(providers.oidc)] : [],
  });
}

function oidcPlugin({ issuer, clientId, clientSecret }: NonNullable<Providers["oidc"]>) {
  const discoveryUrl = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const scopes = ["openid", "email", "profile"];
  return genericOAuth({
    config: [
      {
        ...{ providerId: "oidc", discoveryUrl, clientId, clientSecret, scopes, pkce: true },
        disableImplicitSignUp: true,
      },
    ],
  });
}
