import { parseJiraProject, parseJql } from "@/lib/domain/jira-scope";
import { isJiraCloud, parseJiraSite } from "@/lib/domain/jira-site";
import { parseRepository } from "@/lib/domain/repository-name";
import { type AppValues, type ConnectValues, kindOf, usesApp } from "./connect-values";

/** A sentence for each of the form's fields that is at fault. */
export type ConnectProblems = Partial<Record<keyof ConnectValues, string>>;

/** What can be said without asking the tracker. */
export function problemsOf(values: ConnectValues): ConnectProblems {
  const place = placeProblem(values);
  const problems = kindOf(values) === "jira" ? jiraProblems(values) : githubProblems(values);
  return place === null ? problems : { ...problems, place };
}

/** What is wrong with the one field; null: nothing that can be told from the text. */
export function placeProblem(values: ConnectValues): string | null {
  if (kindOf(values) === "jira") {
    const site = parseJiraSite(values.place);
    return site.ok ? null : site.message;
  }
  const repository = parseRepository(values.place);
  return repository.ok ? null : `${repository.message} ${jiraToo}`;
}

const jiraToo = "For Jira, paste the address of its site or of a project.";

/** True where the address alone says that tokens go with the account's e-mail address. */
export function needsEmail({ place }: ConnectValues): boolean {
  const site = parseJiraSite(place);
  return site.ok && isJiraCloud(site.siteUrl);
}

function githubProblems(values: ConnectValues): ConnectProblems {
  if (!usesApp(values)) return {};
  return {
    ...appProblems(values),
    ...(values.token.trim() !== "" && { token: "Give either a token or a GitHub App, not both." }),
  };
}

/** What is missing of a GitHub App's credentials. */
export function appProblems(values: AppValues): Partial<Record<keyof AppValues, string>> {
  return {
    ...(values.appId.trim() === "" && { appId: "Give the App's id, which its settings show." }),
    ...(!/^\d{1,20}$/.test(values.installationId.trim()) && { installationId: installationWrong }),
    ...(values.privateKey.trim() === "" && { privateKey: "Paste the App's private key." }),
  };
}

const installationWrong = "Give the installation's id: the number at the end of its address.";

function jiraProblems(values: ConnectValues): ConnectProblems {
  const scope =
    values.choice === "project" ? parseJiraProject(values.project) : parseJql(values.jql);
  return {
    ...(!scope.ok && { [values.choice]: scope.message }),
    ...(needsEmail(values) && values.email.trim() === "" && { email: emailMissing }),
    ...(values.token.trim() === "" && { token: tokenMissing }),
  };
}

const emailMissing = "Give the e-mail address of the token's account: Jira Cloud asks for both.";
const tokenMissing = "Give a token: Jira shows a stranger no issues.";

/** Form fields by the API's names for them; the two places share the one field. */
const fieldNames: Record<string, keyof ConnectValues> = {
  repository: "place",
  siteUrl: "place",
  token: "token",
  apiUrl: "apiUrl",
  count: "pulls",
  project: "project",
  jql: "jql",
  email: "email",
  pointsField: "pointsField",
  app: "privateKey",
  "app.appId": "appId",
  "app.installationId": "installationId",
  "app.privateKey": "privateKey",
};

/** The API's sentences at the form's fields. Empty where it names no input of the form. */
export function problemsFrom(fields: Record<string, string>): ConnectProblems {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, message]) => {
      // A product made with its source names the source's inputs inside it.
      const field = fieldNames[name.replace(/^source\./, "")];
      return field === undefined ? [] : [[field, message] as const];
    }),
  );
}
