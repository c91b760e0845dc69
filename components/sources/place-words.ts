import { parseJiraProject } from "@/lib/domain/jira-scope";
import { parseJiraSite } from "@/lib/domain/jira-site";
import { parseRepository } from "@/lib/domain/repository-name";
import { type ConnectValues, kindOf } from "./connect-values";

/** What will be read, in words: `Reads github.com/acme/checkout`. */
export function placeWords(values: ConnectValues): string {
  switch (kindOf(values)) {
    case "github":
      return repositoryWords(values);
    case "jira":
      return jiraWords(values);
  }
}

function repositoryWords({ place, apiUrl }: ConnectValues): string {
  const parsed = parseRepository(place);
  if (!parsed.ok) return "On GitHub, or on a Jira site";
  const from = apiUrl.trim() || parsed.apiUrl || "https://github.com";
  const host = URL.canParse(from) ? new URL(from).host : from;
  return `Reads ${host}/${parsed.owner}/${parsed.name}`;
}

function jiraWords({ place, choice, project: text }: ConnectValues): string {
  const site = parseJiraSite(place);
  if (!site.ok) return "On a Jira site";
  const where = `Jira at ${site.siteUrl.replace(/^https?:\/\//, "")}`;
  if (choice === "jql") return `Reads what a query finds in ${where}`;
  const parsed = parseJiraProject(text);
  return parsed.ok ? `Reads the project ${parsed.project} of ${where}` : where;
}
