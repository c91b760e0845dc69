import { z } from "zod";
import { askProvider, ProviderFault } from "./ask-provider";

const address = z.url({ protocol: /^https?$/ });
const discoverySchema = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});
export type Discovery = z.output<typeof discoverySchema>;

/**
 * What a provider says of itself. Asked at each step: people sign in seldom, and an answer that is
 * kept can be wrong. Errors: `ProviderFault`, also where it says that it is another.
 */
export async function discover(fetch: typeof globalThis.fetch, issuer: string): Promise<Discovery> {
  const url = `${withoutSlash(issuer)}/.well-known/openid-configuration`;
  const found = await askProvider(fetch, { url }, discoverySchema);
  if (withoutSlash(found.issuer) === withoutSlash(issuer)) return found;
  throw new ProviderFault(`${new URL(url).host} says that it is another issuer than OIDC_ISSUER.`);
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, "");
}
