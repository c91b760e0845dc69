import type { CountMode } from "@/lib/domain/source";
import type { Connector, ConnectorIo } from "./connector";
import type { GithubAppCredential } from "./github/app-credential";
import { createGithubConnector } from "./github/connector";
import { createJiraConnector, type JiraConnectorOptions } from "./jira/connector";
import { createSampleConnector } from "./sample/connector";

/** What is needed to reach one place, by kind. A further tracker is a folder and a line below. */
export type ConnectionSpec =
  | {
      kind: "github";
      repository: { owner: string; name: string };
      apiUrl: string | null;
      token: string | null;
      app?: GithubAppCredential;
      count: CountMode;
    }
  | ({ kind: "jira" } & Pick<
      JiraConnectorOptions,
      "siteUrl" | "scope" | "email" | "token" | "deployment" | "pointsField" | "resolutions"
    >)
  | { kind: "sample"; seed: number; anchor: Date };

/** The connector for a place. */
export function createConnector(spec: ConnectionSpec, io: ConnectorIo): Connector {
  switch (spec.kind) {
    case "github":
      return createGithubConnector({ ...spec, io });
    case "jira":
      return createJiraConnector({ ...spec, io });
    case "sample":
      return createSampleConnector(spec);
  }
}
