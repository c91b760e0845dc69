import type { CreateSource } from "@/lib/contracts/sources";
import { readJiraAddress } from "@/lib/domain/jira-address";
import { type PlaceKind, readPlaceKind, webAddressOf } from "./place-kind";

/** Which issues of a Jira site: all of one project, or what a query finds. */
export type JiraChoice = "project" | "jql";

/** A GitHub App in place of a token. */
export type AppValues = { appId: string; installationId: string; privateKey: string };

export const emptyApp: AppValues = { appId: "", installationId: "", privateKey: "" };

/** What the form holds, for either tracker; empty texts are not sent. */
export type ConnectValues = AppValues & {
  /** The one field: a repository or a Jira address. */
  place: string;
  /** A person's word on what an address is that may be either. */
  chosenKind: PlaceKind | null;
  token: string;
  apiUrl: string;
  pulls: boolean;
  choice: JiraChoice;
  project: string;
  jql: string;
  email: string;
  pointsField: string;
};

export const emptyConnect: ConnectValues = {
  place: "",
  chosenKind: null,
  token: "",
  apiUrl: "",
  pulls: false,
  ...emptyApp,
  choice: "project",
  project: "",
  jql: "",
  email: "",
  pointsField: "",
};

/** Which tracker the values are about. */
export function kindOf({ place, chosenKind }: ConnectValues): PlaceKind {
  const { kind, other } = readPlaceKind(place);
  return other !== null && other === chosenKind ? other : kind;
}

/**
 * The values with another place. What the address names of project and query follows it; what a
 * person typed there stays until an address names something else.
 */
export function withPlace(values: ConnectValues, place: string): ConnectValues {
  const before = scopeIn(values.place);
  const after = scopeIn(place);
  const follow = (typed: string, named: string, next: string) =>
    typed === named || (next !== "" && next !== named) ? next : typed;
  const project = follow(values.project, before.project, after.project);
  const jql = follow(values.jql, before.jql, after.jql);
  return { ...values, place, project, jql, choice: choiceOf(values.choice, before, after) };
}

type Scope = { project: string; jql: string };

function scopeIn(place: string): Scope {
  const url = webAddressOf(place);
  const { project, jql } = url === null ? { project: null, jql: null } : readJiraAddress(url);
  return { project: project ?? "", jql: jql ?? "" };
}

function choiceOf(choice: JiraChoice, before: Scope, after: Scope): JiraChoice {
  if (after.jql !== "" && after.jql !== before.jql) return "jql";
  if (after.jql === "" && after.project !== "" && after.project !== before.project) {
    return "project";
  }
  return choice;
}

/** Whether a GitHub App is meant: one of its three texts is enough to ask for the others. */
export function usesApp({ appId, installationId, privateKey }: AppValues): boolean {
  return [appId, installationId, privateKey].some((text) => text.trim() !== "");
}

/** Its texts as the API takes them. */
export function appOf({ appId, installationId, privateKey }: AppValues): AppValues {
  return {
    appId: appId.trim(),
    installationId: installationId.trim(),
    privateKey: privateKey.trim(),
  };
}

/** The form's values as the API takes them. */
export function sourceOf(values: ConnectValues): CreateSource {
  const { place, token, apiUrl, pulls, choice, email, pointsField } = values;
  switch (kindOf(values)) {
    case "github":
      return {
        kind: "github",
        repository: place.trim(),
        ...(token.trim() && { token: token.trim() }),
        ...(usesApp(values) && { app: appOf(values) }),
        ...(apiUrl.trim() && { apiUrl: apiUrl.trim() }),
        count: pulls ? "issues_and_pulls" : "issues",
      };
    case "jira":
      return {
        kind: "jira",
        siteUrl: place.trim(),
        ...(choice === "project" ? { project: values.project.trim() } : { jql: values.jql.trim() }),
        ...(email.trim() && { email: email.trim() }),
        token: token.trim(),
        ...(pointsField.trim() && { pointsField: pointsField.trim() }),
      };
  }
}
