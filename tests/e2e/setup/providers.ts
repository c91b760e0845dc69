import {
  createGithubSignInStandIn,
  type GithubSignInStandIn,
} from "@/tests/upstream/github-sign-in-stand-in.mjs";
import { createOidcStandIn, type OidcStandIn } from "@/tests/upstream/oidc-stand-in.mjs";
import { test as base } from "./fixtures";
import { withApp } from "./start-app";

type Providers = { github: GithubSignInStandIn; oidc: OidcStandIn; appUrl: string };

export const clientSecret = "client-secret-that-nobody-sees";

/** The product with accounts, beside a GitHub and a provider of OpenID Connect to sign in with. */
export const test = base.extend<object, { providers: Providers }>({
  providers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here.
    async ({}, use) => {
      const providers = { appUrl: "" };
      const options = (provider: string) => ({
        ...{ clientId: `client-of-${provider}`, clientSecret },
        redirectUris: () => [`${providers.appUrl}/api/auth/callback/${provider}`],
      });
      const github = createGithubSignInStandIn(options("github"));
      const oidc = await createOidcStandIn(options("oidc"));
      await Promise.all([github.start(), oidc.start()]);
      await use(Object.assign(providers, { github, oidc }));
      await Promise.all([github.close(), oidc.close()]);
    },
    { scope: "worker" },
  ],
  app: [
    async ({ providers }, use) => {
      const env = {
        ...{ GITHUB_CLIENT_ID: "client-of-github", GITHUB_CLIENT_SECRET: clientSecret },
        GITHUB_OAUTH_URL: providers.github.url,
        ...{ OIDC_CLIENT_ID: "client-of-oidc", OIDC_CLIENT_SECRET: clientSecret },
        OIDC_ISSUER: providers.oidc.url,
      };
      await withApp({ accounts: true, env }, async (app) => {
        providers.appUrl = app.url;
        await use(app);
      });
    },
    { scope: "worker", timeout: 150_000 },
  ],
});
