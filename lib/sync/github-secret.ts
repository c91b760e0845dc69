import { z } from "zod";
import type { GithubAppCredential } from "@/lib/connectors/github/app-credential";

const appSchema = z.object({
  githubApp: z.object({ appId: z.string(), installationId: z.string(), privateKey: z.string() }),
});

/** A GitHub App's credentials as the one secret that is stored of a source. */
export function appSecret(app: GithubAppCredential): string {
  return JSON.stringify({ githubApp: app });
}

/** A stored secret: a GitHub App's credentials, or a token, which never looks like them. */
export function readGithubSecret(secret: string | null): {
  token: string | null;
  app?: GithubAppCredential;
} {
  if (!secret?.startsWith("{")) return { token: secret };
  return { token: null, app: appSchema.parse(JSON.parse(secret)).githubApp };
}
