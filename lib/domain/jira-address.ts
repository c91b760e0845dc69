import { parseJiraProject } from "./jira-scope";

/** What the address of one of Jira's pages says beside the site. Null: it does not say it. */
export type JiraAddress = { project: string | null; jql: string | null };

/** Reads what a page of Jira is about: a query, a filter, a project, a board of one, or an issue. */
export function readJiraAddress({ pathname, searchParams }: URL): JiraAddress {
  return { project: projectIn(pathname, searchParams), jql: jqlIn(pathname, searchParams) };
}

function jqlIn(pathname: string, parameters: URLSearchParams): string | null {
  const jql = parameters.get("jql")?.trim();
  if (jql) return jql;
  const filter = parameters.get("filter") ?? "";
  // Jira's built-in filters have negative numbers, and depend on who looks.
  return /\/issues\/?$/.test(pathname) && /^\d+$/.test(filter) ? `filter = ${filter}` : null;
}

function projectIn(pathname: string, parameters: URLSearchParams): string | null {
  const [, inPath] = /\/(?:browse|projects)\/([^/]+)/i.exec(pathname) ?? [];
  const named = inPath ?? parameters.get("projectKey") ?? parameters.get("selectedIssue");
  const parsed = parseJiraProject(named ?? "");
  return parsed.ok ? parsed.project : null;
}
