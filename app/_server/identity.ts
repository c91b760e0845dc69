import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import type { Env } from "@/lib/env";
import { createIdentity, type Identity } from "@/lib/identity/identity";

type World = { env: Env; db: Db; secretKey: string; baseUrl: string; onError: (m: string) => void };

/** Who people are, where accounts are switched on. Its key is another than what seals tokens. */
export function openIdentity({ env, db, secretKey, baseUrl, onError }: World): Identity | null {
  if (env.ACCOUNTS === "off") return null;
  const secret = createHash("sha256")
    .update("backlog-balance sessions\0")
    .update(secretKey)
    .digest("base64url");
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  const github =
    GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? { clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET }
      : null;
  const oidc =
    OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
      : null;
  return createIdentity({ db, secret, baseUrl, providers: { github, oidc }, onError });
}
