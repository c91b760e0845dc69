import { z } from "zod";
import type { SourceRow } from "@/db/schema";
import { deployments } from "@/lib/connectors/jira/deployment";
import type { ConnectionSpec } from "@/lib/connectors/registry";
import { resolutions } from "@/lib/domain/work-item";
import { AppError } from "@/lib/errors";
import type { SecretBox } from "./credentials";
import { readGithubSecret } from "./github-secret";

/** What only one kind of source needs, as stored in `sources.settings`. */
export const githubSettingsSchema = z.object({ owner: z.string(), name: z.string() });
export const jiraSettingsSchema = z.object({
  scope: z.union([z.strictObject({ project: z.string() }), z.strictObject({ jql: z.string() })]),
  email: z.string().nullable(),
  pointsField: z.string().nullable(),
  deployment: z.enum(deployments),
  resolutions: z.record(z.string(), z.enum(resolutions)),
});
export const sampleSettingsSchema = z.object({ seed: z.int(), anchor: z.iso.datetime() });

/** How a stored source is reached. Errors: `unavailable` where its token cannot be opened. */
export function connectionSpecOf(source: SourceRow, secrets: SecretBox): ConnectionSpec {
  switch (source.kind) {
    case "github":
      return {
        kind: "github",
        repository: githubSettingsSchema.parse(source.settings),
        apiUrl: source.apiUrl,
        ...readGithubSecret(tokenOf(source, secrets)),
        count: source.count,
      };
    case "jira":
      return jiraSpec(source, tokenOf(source, secrets));
    case "sample": {
      const { seed, anchor } = sampleSettingsSchema.parse(source.settings);
      return { kind: "sample", seed, anchor: new Date(anchor) };
    }
  }
}

function jiraSpec(source: SourceRow, token: string | null): ConnectionSpec {
  const { apiUrl: siteUrl } = source;
  if (siteUrl === null || token === null) {
    throw new AppError(
      "unavailable",
      "This source has lost its address or token. Connect it again.",
    );
  }
  return { kind: "jira", siteUrl, token, ...jiraSettingsSchema.parse(source.settings) };
}

function tokenOf(source: SourceRow, secrets: SecretBox): string | null {
  if (source.credential === null) return null;
  return secrets.open(source.credential, { workspaceId: source.workspaceId, sourceId: source.id });
}
