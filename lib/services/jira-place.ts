import type { z } from "zod";
import type { createJiraSourceSchema } from "@/lib/contracts/sources";
import { type JiraScope, parseJiraProject, parseJql } from "@/lib/domain/jira-scope";
import { isJiraCloud, parseJiraSite } from "@/lib/domain/jira-site";
import type { UpstreamError } from "@/lib/errors";
import { inputFault } from "./connection-fault";
import type { PlaceToConnect } from "./place-to-connect";

type JiraSource = z.output<typeof createJiraSourceSchema>;

/** A Jira project or query to connect. Errors: `unprocessable` with the input at fault. */
export function jiraPlace(source: JiraSource): PlaceToConnect {
  const site = parseJiraSite(source.siteUrl);
  if (!site.ok) throw inputFault("siteUrl", site.message);
  const { siteUrl } = site;
  const { token, email = null, pointsField = null, resolutions, countSubtasks } = source;
  const settings = { scope: scopeOf(source), email, pointsField, resolutions };
  const placeField = "project" in settings.scope ? "project" : "jql";
  const needsEmail = email === null && isJiraCloud(siteUrl);
  return {
    spec: { kind: "jira", siteUrl, token, ...settings },
    token,
    stored: { apiUrl: siteUrl, count: "issues", countSubtasks, settings },
    identityOf: ({ url }) => url.toLowerCase(),
    fieldAtFault: (error) => jiraFieldAtFault(error, { placeField, needsEmail }),
    placeField,
    hostField: "siteUrl",
  };
}

function scopeOf({ project, jql }: JiraSource): JiraScope {
  if (project !== undefined && jql !== undefined) {
    throw inputFault("jql", "Name either a project or a query, not both.");
  }
  if (jql !== undefined) {
    const parsed = parseJql(jql);
    if (!parsed.ok) throw inputFault("jql", parsed.message);
    return { jql: parsed.jql };
  }
  const parsed = parseJiraProject(project ?? "");
  if (!parsed.ok) throw inputFault("project", parsed.message);
  return { project: parsed.project };
}

/** Which input of a Jira connection an upstream failure is about. */
export function jiraFieldAtFault(
  { reason, status }: UpstreamError,
  given: { placeField: "project" | "jql"; needsEmail: boolean },
): string {
  switch (reason) {
    case "not_found":
    case "gone":
    case "cursor_expired":
      return given.placeField;
    case "unauthorized":
      return given.needsEmail ? "email" : "token";
    case "forbidden":
    case "rate_limited":
      return "token";
    case "malformed":
      // Jira answered, and did not understand what it was asked for.
      return status === 400 ? given.placeField : "siteUrl";
    case "unreachable":
    case "host_not_allowed":
      return "siteUrl";
  }
}
