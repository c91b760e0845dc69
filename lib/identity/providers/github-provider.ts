import { createAuthorizationURL, type OAuthProvider } from "better-auth/oauth2";
import { z } from "zod";
import { askProvider, ProviderFault } from "./ask-provider";
import { nameOf, type Profile, type ProviderWorld, providerOf, verifiedEmail } from "./provider";

export type GithubSettings = {
  clientId: string;
  clientSecret: string;
  /** Where people sign in: github.com, or an Enterprise server. */
  url: string;
  apiUrl: string;
};

const tokenSchema = z.object({ access_token: z.string().min(1) });
const userSchema = z.object({
  id: z.int().positive(),
  login: z.string(),
  name: z.string().nullish(),
});
const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** Signing in with GitHub, its own or an Enterprise server. Source: GitHub's "Authorizing OAuth apps". */
export function createGithubProvider(
  { clientId, clientSecret, url, apiUrl }: GithubSettings,
  world: ProviderWorld,
): OAuthProvider<Profile> {
  const ask = async <T extends z.ZodType>(path: string, token: string, schema: T) => {
    const headers = { authorization: `Bearer ${token}`, "user-agent": "backlog-balance" };
    return askProvider(world.fetch, { url: `${apiUrl}${path}`, headers }, schema);
  };
  return providerOf(
    {
      ...{ id: "github", name: "GitHub", requiresNonce: false },
      begin: ({ state, codeVerifier, redirectURI }) =>
        createAuthorizationURL({
          ...{ id: "github", options: { clientId }, state, codeVerifier, redirectURI },
          authorizationEndpoint: `${url}/login/oauth/authorize`,
          scopes: ["read:user", "user:email"],
        }),
      exchange: ({ code, codeVerifier, redirectURI }) => {
        const form = new URLSearchParams({
          ...{ client_id: clientId, client_secret: clientSecret, code },
          ...{ code_verifier: codeVerifier, redirect_uri: redirectURI },
        });
        const request = { url: `${url}/login/oauth/access_token`, form };
        return askProvider(world.fetch, request, tokenSchema);
      },
      identify: async ({ raw }) => {
        const held = tokenSchema.safeParse(raw);
        if (!held.success) throw new ProviderFault("GitHub gave no token.");
        const token = held.data.access_token;
        const user = await ask("/user", token, userSchema);
        const emails = await ask("/user/emails", token, emailsSchema);
        const main = emails.find(({ primary }) => primary);
        const email = verifiedEmail(main?.email, main?.verified);
        const called = nameOf(user.name, user.login);
        return { issuer: url, id: String(user.id), name: called, email };
      },
    },
    world,
  );
}
