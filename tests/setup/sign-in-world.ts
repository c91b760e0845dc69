import type { Db } from "@/db/client";
import { logins, people, sessions } from "@/db/schema";
import { createGuardedFetch } from "@/lib/connectors/http";
import { createIdentity } from "@/lib/identity/identity";
import type { Context } from "@/lib/services/context";
import { makeProduct } from "@/tests/factories";
import { createGithubSignInStandIn } from "@/tests/upstream/github-sign-in-stand-in.mjs";
import { createOidcStandIn } from "@/tests/upstream/oidc-stand-in.mjs";
import { callWith, cookieOf, makePerson, openAccounts, signInAs } from "./accounts-world";
import { callRoute } from "./call-route";

export type ProviderName = "github" | "oidc";

const origin = "http://balance.test";
export const clientSecret = "client-secret-that-nobody-sees";

/** A server with accounts beside a GitHub and a provider of OpenID Connect, and an owner who invites. */
export async function openSignInWorld(db: Db, change: Partial<Context> = {}) {
  const options = (provider: ProviderName) => ({
    ...{ clientId: `client-of-${provider}`, clientSecret },
    redirectUris: () => [`${origin}/api/auth/callback/${provider}`],
  });
  const github = createGithubSignInStandIn(options("github"));
  const oidc = await createOidcStandIn(options("oidc"));
  await Promise.all([github.start(), oidc.start()]);
  const guarded = createGuardedFetch({
    allowedHosts: [github.host, oidc.host],
    ...{ timeoutMs: 1_000, maxBodyBytes: 1024 * 1024, keepConnections: false },
  });
  const told: string[] = [];
  const product = await makeProduct(db);
  const { workspaceId } = product;
  const identity = createIdentity({
    ...{ db, secret: "a secret that only tests know, long enough", baseUrl: origin },
    providers: {
      github: { ...options("github"), url: github.url, apiUrl: `${github.url}/api/v3` },
      oidc: { ...options("oidc"), issuer: oidc.url },
    },
    fetch: guarded.fetch,
    onError: (message) => void told.push(message),
  });
  const server = openAccounts(db, product, { identity, ...change });
  const owner = await makePerson(server, { workspaceId, role: "owner" });
  const ownerCookie = await signInAs(server, owner.email);
  const standIns = { github, oidc };

  const invite = async (role = "pm"): Promise<string> => {
    const body = { role, days: 7 };
    const made = await callWith(ownerCookie, "POST", "/api/invitations", { body });
    return new URL((await made.json()).url).searchParams.get("invitation") ?? "";
  };
  let places = 0;
  /** Each time from another address unless one is given, and by a browser with nothing but what is given. */
  const begin = (provider: ProviderName, to: object, headers: Record<string, string> = {}) =>
    callRoute("POST", "/api/auth/sign-in/social", {
      headers: { "x-balance-address": `place-${++places}-of-${workspaceId}`, ...headers },
      body: { provider, ...to },
    });

  /** Up to where the provider sends the browser back to. */
  const goThere = async (provider: ProviderName, to: object) => {
    const begun = await begin(provider, to);
    if (begun.status !== 200) throw new Error(`Not begun: ${begun.status} ${await begun.text()}`);
    const { url } = await begun.json();
    const there = await fetch(url, { redirect: "manual" });
    const back = new URL(there.headers.get("location") ?? "", origin);
    return { back, sentTo: new URL(url), cookie: cookieOf(begun.headers.getSetCookie()) };
  };
  const comeBack = async (back: URL, cookie: string) => {
    const answer = await callRoute("GET", back.pathname + back.search, { headers: { cookie } });
    const set = answer.headers.getSetCookie();
    return { answer, location: answer.headers.get("location"), cookie: cookieOf(set) };
  };
  const goAll = async (provider: ProviderName, to: object) => {
    const { back, cookie } = await goThere(provider, to);
    return comeBack(back, cookie);
  };
  /** What nothing may be added to where a sign-in is refused. */
  const countRows = async () => ({
    people: await db.$count(people),
    logins: await db.$count(logins),
    sessions: await db.$count(sessions),
  });
  const close = async () => {
    server.close();
    await Promise.all([github.close(), oidc.close(), guarded.close()]);
  };
  return {
    ...{ server, workspaceId, owner, ownerCookie, standIns, told, invite, begin },
    ...{ goThere, comeBack, goAll, countRows, close },
  };
}
