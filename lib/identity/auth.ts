import { BetterAuthError, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Db } from "@/db/client";
import { logins, people, sessions, verifications } from "@/db/schema";
import { createGithubProvider, type GithubSettings } from "./providers/github-provider";
import { createOidcProvider, type OidcSettings } from "./providers/oidc-provider";
import type { ProviderWorld } from "./providers/provider";
import { stateCookie, tripSeconds } from "./trip";

/** Where people may sign in besides: GitHub, and any provider of OpenID Connect. */
export type Providers = { github: GithubSettings | null; oidc: OidcSettings | null };

export type AuthOptions = {
  db: Db;
  /** Signs the cookies. */
  secret: string;
  /** Where people reach this server. Behind TLS the cookies are for it alone, and never in clear. */
  baseUrl: string;
  providers: Providers;
  /** What providers are asked with. */
  fetch: typeof globalThis.fetch;
  onError: (message: string) => void;
};

const sessionSeconds = 14 * 86_400;

/** Better Auth on our tables. Its own sign-up and its limits are not used: `lib/services` has both. */
export function createAuth({ db, secret, baseUrl, providers, fetch, onError }: AuthOptions) {
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
      transaction: true,
      schema: { user: people, session: sessions, account: logins, verification: verifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Fixed: a session ends two weeks after its sign-in, whatever is done with it.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    // An address that nobody has verified must not open the way into another's account.
    account: { encryptOAuthTokens: true, accountLinking: { enabled: false } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${baseUrl}/sign-in` },
    logger: {
      level: "error",
      log: (level, message, ...details) => {
        if (level === "error" && !isOfRequest(message, details)) onError(message);
      },
    },
    advanced: {
      // The prefix is given whole: `__Host-` and not `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: prefix,
      defaultCookieAttributes: attributes,
      // Better Auth's own is over after half the time that its row is good for.
      cookies: { [stateCookie]: { attributes: { maxAge: tripSeconds } } },
    },
    plugins: [providersPlugin(providers, { fetch, onFault: onError })],
  });
}

/** What Better Auth says of a request that brings back nothing that it gave away. */
const saidOfRequests = ["State not found", "INVALID_CALLBACK_REQUEST"];
const stateCodes = ["state_not_found", "state_mismatch", "state_security_mismatch"];

/** Whether an error is the request's and not ours: anybody can send such, and fill the log. */
function isOfRequest(message: string, [failure]: unknown[]): boolean {
  if (saidOfRequests.includes(message)) return true;
  if (!(failure instanceof BetterAuthError) || !("code" in failure)) return false;
  return typeof failure.code === "string" && stateCodes.includes(failure.code);
}

/**
 * Our own providers in place of Better Auth's: those reach fixed hosts, or ask their provider while
 * the server starts, and wait for as long and read as much as it likes.
 */
function providersPlugin({ github, oidc }: Providers, world: ProviderWorld) {
  const socialProviders = [
    ...(github ? [createGithubProvider(github, world)] : []),
    ...(oidc ? [createOidcProvider(oidc, world)] : []),
  ];
  return { id: "balance-providers", init: () => ({ context: { socialProviders } }) };
}
