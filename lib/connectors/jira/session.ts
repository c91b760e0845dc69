import type { JiraScope } from "@/lib/domain/jira-scope";
import type { Myself } from "./api-types";
import type { JiraClient } from "./client";
import { customFieldsToRead } from "./custom-fields";
import type { Deployment } from "./deployment";
import type { CustomFields, StatusCategories } from "./record";
import type { Asking } from "./request";
import { detectSite, type JiraSite } from "./site";

/** One place on one site, and what is asked of it once and then known for as long as this lives. */
export type JiraSession = {
  client: JiraClient;
  siteUrl: string;
  scope: JiraScope;
  /** Id or name of the field that was chosen for the estimate. */
  pointsField: string | null;
  site(asking: Asking): Promise<JiraSite>;
  myself(asking: Asking): Promise<Myself>;
  customFields(asking: Asking): Promise<CustomFields>;
  statusCategories(asking: Asking): Promise<StatusCategories>;
};

export function createSession(options: {
  client: JiraClient;
  siteUrl: string;
  scope: JiraScope;
  deployment: Deployment | null;
  pointsField: string | null;
}): JiraSession {
  const { client, siteUrl, scope, pointsField } = options;
  return {
    client,
    siteUrl,
    scope,
    pointsField,
    site: known((asking) => detectSite(client, options, asking)),
    myself: known((asking) => client.getMyself(asking)),
    customFields: known(async (asking) =>
      customFieldsToRead(await client.listFields(asking), pointsField),
    ),
    statusCategories: known((asking) => client.listStatusCategories(asking)),
  };
}

/** The answer, once there is one; a failure is asked again. */
function known<T>(ask: (asking: Asking) => Promise<T>): (asking: Asking) => Promise<T> {
  let answer: { value: T } | null = null;
  return async (asking) => {
    answer ??= { value: await ask(asking) };
    return answer.value;
  };
}
