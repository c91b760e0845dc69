import { z } from "zod";
import type { SourceRow } from "@/db/schema";
import type { ConnectionSpec } from "@/lib/connectors/registry";
import type { SecretBox } from "./credentials";

/** What only one kind of source needs, as stored in `sources.settings`. */
export const githubSettingsSchema = z.object({ owner: z.string(), name: z.string() });
export const sampleSettingsSchema = z.object({ seed: z.int(), anchor: z.iso.datetime() });

/** How a stored source is reached. Errors: `unavailable` where its token cannot be opened. */
export function connectionSpecOf(source: SourceRow, secrets: SecretBox): ConnectionSpec {
  switch (source.kind) {
    case "github":
      return {
        kind: "github",
        repository: githubSettingsSchema.parse(source.settings),
        apiUrl: source.apiUrl,
        token: tokenOf(source, secrets),
        count: source.count,
      };
    case "sample": {
      const { seed, anchor } = sampleSettingsSchema.parse(source.settings);
      return { kind: "sample", seed, anchor: new Date(anchor) };
    }
  }
}

function tokenOf(source: SourceRow, secrets: SecretBox): string | null {
  if (source.credential === null) return null;
  return secrets.open(source.credential, { workspaceId: source.workspaceId, sourceId: source.id });
}
