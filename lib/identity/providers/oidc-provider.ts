import { createAuthorizationURL, type OAuthProvider } from "better-auth/oauth2";
import { z } from "zod";
import { askProvider, ProviderFault } from "./ask-provider";
import { readIdToken } from "./id-token";
import { type Discovery, discover } from "./oidc-discovery";
import { nameOf, type Profile, type ProviderWorld, providerOf, verifiedEmail } from "./provider";

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string };

const tokensSchema = z.object({ id_token: z.string().min(1), access_token: z.string().min(1) });
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
});
type Claims = z.output<typeof claimsSchema>;

/** Signing in with any provider of OpenID Connect. Source: OpenID Connect Core 1.0, code flow with PKCE. */
export function createOidcProvider(
  settings: OidcSettings,
  world: ProviderWorld,
): OAuthProvider<Profile> {
  const { issuer, clientId } = settings;
  return providerOf(
    {
      ...{ id: "oidc", name: "OpenID Connect", requiresNonce: true },
      begin: async ({ state, codeVerifier, redirectURI, idTokenNonce }) => {
        const { authorization_endpoint } = await discover(world.fetch, issuer);
        return createAuthorizationURL({
          ...{ id: "oidc", options: { clientId }, state, codeVerifier, redirectURI },
          ...{ authorizationEndpoint: authorization_endpoint, nonce: idTokenNonce ?? "" },
          scopes: ["openid", "email", "profile"],
        });
      },
      exchange: async ({ code, codeVerifier, redirectURI }) => {
        const found = await discover(world.fetch, issuer);
        const form = new URLSearchParams({
          ...{ grant_type: "authorization_code", code },
          ...{ code_verifier: codeVerifier, redirect_uri: redirectURI },
        });
        const headers = proveClient(found, settings, form);
        const request = { url: found.token_endpoint, form, headers };
        return askProvider(world.fetch, request, tokensSchema);
      },
      identify: async ({ raw, nonce }) => {
        const tokens = tokensSchema.safeParse(raw);
        if (!tokens.success || nonce === undefined) throw new ProviderFault("There are no tokens.");
        const found = await discover(world.fetch, issuer);
        const idToken = tokens.data.id_token;
        const read = await readIdToken({ ...world, ...found, clientId, nonce, idToken });
        const claims = await withAddress(world, found, tokens.data.access_token, parse(read));
        const { sub, name, preferred_username, email, email_verified } = claims;
        const called = nameOf(name, preferred_username, email);
        const verified = verifiedEmail(email, email_verified);
        // As it calls itself: whether the setting ends with a slash makes nobody another.
        return { issuer: found.issuer, id: sub, name: called, email: verified };
      },
    },
    world,
  );
}

function parse(claims: unknown): Claims {
  const parsed = claimsSchema.safeParse(claims);
  if (parsed.success) return parsed.data;
  throw new ProviderFault("An id_token says not who came.");
}

/** Some tell the address where they are asked with the token alone; of the same person, or not at all. */
async function withAddress(
  { fetch }: ProviderWorld,
  { userinfo_endpoint: url }: Discovery,
  token: string,
  claims: Claims,
): Promise<Claims> {
  if (claims.email || url === undefined) return claims;
  const headers = { authorization: `Bearer ${token}` };
  const info = await askProvider(fetch, { url, headers }, claimsSchema);
  if (info.sub === claims.sub) return { ...claims, ...info };
  throw new ProviderFault(`${new URL(url).host} tells of another person than its id_token.`);
}

/** The client's secret in the form, where that is taken, and else in the header. */
function proveClient(
  { token_endpoint_auth_methods_supported: methods }: Discovery,
  { clientId, clientSecret }: OidcSettings,
  form: URLSearchParams,
): Record<string, string> {
  if (methods.includes("client_secret_post")) {
    form.set("client_id", clientId);
    form.set("client_secret", clientSecret);
    return {};
  }
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
