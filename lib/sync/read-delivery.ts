import { createHash } from "node:crypto";
import type { SourceRow } from "@/db/schema";
import { verifyGithubWebhook } from "@/lib/connectors/github/webhook";
import { verifyJiraWebhook } from "@/lib/connectors/jira/webhook";
import type { VerifiedWebhook, WebhookRequest } from "@/lib/connectors/webhook";
import { githubSettingsSchema, jiraSettingsSchema } from "./source-settings";

export type { WebhookRequest };

/** A delivery whose signature is right. */
export type Delivery = {
  /** What a replay has in common with it. */
  marks: string[];
  /** Whether something of this very source may have changed. */
  concernsSource: boolean;
};

/** Null where a delivery is not signed with the secret of the source, or is none of its tracker. */
export function readDelivery(
  source: Pick<SourceRow, "kind" | "settings">,
  secret: string,
  request: WebhookRequest,
): Delivery | null {
  const read = verify(source.kind, secret, request);
  if (!read.ok) return null;
  const digest = createHash("sha256").update(request.body).digest("base64url");
  // Headers are not signed: who replays a body may give it another id.
  const marks = [`body ${digest}`, ...(read.deliveryId === null ? [] : [`id ${read.deliveryId}`])];
  return { marks, concernsSource: read.isAboutItems && isOfPlace(source, read.place) };
}

function verify(kind: SourceRow["kind"], secret: string, request: WebhookRequest): VerifiedWebhook {
  switch (kind) {
    case "github":
      return verifyGithubWebhook(secret, request);
    case "jira":
      return verifyJiraWebhook(secret, request);
    case "sample":
      return { ok: false, why: "the sample has no tracker" };
  }
}

/** What a query finds may be in any project. */
function isOfPlace(
  { kind, settings }: Pick<SourceRow, "kind" | "settings">,
  place: string | null,
): boolean {
  switch (kind) {
    case "github": {
      const { owner, name } = githubSettingsSchema.parse(settings);
      return place?.toLowerCase() === `${owner}/${name}`.toLowerCase();
    }
    case "jira": {
      const { scope } = jiraSettingsSchema.parse(settings);
      return "jql" in scope || place?.toLowerCase() === scope.project.toLowerCase();
    }
    case "sample":
      return false;
  }
}
