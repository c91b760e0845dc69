import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import type { Env } from "@/lib/env";
import type { Providers } from "@/lib/identity/auth";
import { createIdentity, type Identity } from "@/lib/identity/identity";

type World = {
  env: Env;
  db: Db;
  secretKey: string;
  baseUrl: string;
  /** What providers are asked with: bounded in time and size. */
  fetch: typeof globalThis.fetch;
  onError: (m: string) => void;
};

/** Who people are, where accounts are switched on. Its key is another than what seals tokens. */
export function openIdentity({ env, secretKey, ...world }: World): Identity | null {
  if (env.ACCOUNTS === "off") return null;
  const secret = createHash("sha256")
    .update("backlog-balance sessions\0")
    .update(secretKey)
    .digest("base64url");
  return createIdentity({ ...world, secret, providers: providersOf(env) });
}

/** The hosts that the operator named by setting up signing in there, which may be private ones. */
export function providerHosts(env: Env): string[] {
  const { github, oidc } = providersOf(env);
  const addresses = [github?.url, github?.apiUrl, oidc?.issuer];
  return addresses.flatMap((url) => (url === undefined ? [] : [hostOf(new URL(url))]));
}

function hostOf({ protocol, hostname, port }: URL): string {
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
}

function providersOf(env: Env): Providers {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GITHUB_OAUTH_URL, GITHUB_OAUTH_API_URL } = env;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  const url = withoutSlash(GITHUB_OAUTH_URL ?? publicGithub.url);
  const apiUrl = url === publicGithub.url ? publicGithub.apiUrl : `${url}/api/v3`;
  return {
    github:
      GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
        ? {
            ...{ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET, url },
            apiUrl: withoutSlash(GITHUB_OAUTH_API_URL ?? apiUrl),
          }
        : null,
    oidc:
      OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
        ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
        : null,
  };
}

const publicGithub = { url: "https://github.com", apiUrl: "https://api.github.com" };

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
