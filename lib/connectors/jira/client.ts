import {
  bulkChangelogSchema,
  countSchema,
  fieldListSchema,
  issueRecordSchema,
  type JiraField,
  type JiraHistory,
  type JiraIssueRecord,
  type JiraProject,
  type Myself,
  myselfSchema,
  numberedPageSchema,
  permissionsSchema,
  projectSchema,
  type ServerInfo,
  serverInfoSchema,
  statusListSchema,
  tokenPageSchema,
} from "./api-types";
import { historyFields } from "./changelog-fields";
import type { Deployment } from "./deployment";
import { type Asking, createAsk, type JiraConnection } from "./request";

/** Where a page goes on: Cloud hands out a token, Data Center counts rows. */
export type Continuation = { token: string } | { startAt: number };

export type Search = { jql: string; fields: string[]; limit: number; after: Continuation | null };
export type FoundPage = { issues: JiraIssueRecord[]; next: Continuation | null };

export type JiraClient = {
  getServerInfo(asking: Asking): Promise<ServerInfo>;
  getMyself(asking: Asking): Promise<Myself>;
  getProject(key: string, asking: Asking): Promise<JiraProject>;
  /** Whether the account may see issues: of a project, or with null of any. */
  mayBrowse(project: string | null, asking: Asking): Promise<boolean>;
  listFields(asking: Asking): Promise<JiraField[]>;
  /** Category key by status id. */
  listStatusCategories(asking: Asking): Promise<Record<string, string>>;
  search(deployment: Deployment, search: Search, asking: Asking): Promise<FoundPage>;
  count(deployment: Deployment, jql: string, asking: Asking): Promise<number>;
  getIssue(
    deployment: Deployment,
    id: string,
    fields: string[],
    asking: Asking,
  ): Promise<JiraIssueRecord>;
  /** One page of Cloud's changelogs of several issues, of the kept fields only. */
  bulkChangelogs(
    ids: string[],
    token: string | null,
    asking: Asking,
  ): Promise<{ logs: { issueId: string; histories: JiraHistory[] }[]; next: string | null }>;
};

/** Jira's REST API as far as it is needed here: v2 where both have it alike, v3 for Cloud's own. */
export function createJiraClient(connection: JiraConnection): JiraClient {
  const ask = createAsk(connection);
  return {
    getServerInfo: (asking) => ask(serverInfoSchema, { path: "/rest/api/2/serverInfo" }, asking),
    getMyself: (asking) => ask(myselfSchema, { path: "/rest/api/2/myself" }, asking),
    getProject: (key, asking) =>
      ask(projectSchema, { path: `/rest/api/2/project/${encodeURIComponent(key)}` }, asking),
    mayBrowse: async (project, asking) => {
      const query = new URLSearchParams({ permissions: "BROWSE_PROJECTS" });
      if (project !== null) query.set("projectKey", project);
      const path = `/rest/api/2/mypermissions?${query}`;
      const { permissions } = await ask(permissionsSchema, { path }, asking);
      return permissions.BROWSE_PROJECTS?.havePermission ?? false;
    },
    listFields: (asking) => ask(fieldListSchema, { path: "/rest/api/2/field" }, asking),
    listStatusCategories: async (asking) => {
      const statuses = await ask(statusListSchema, { path: "/rest/api/2/status" }, asking);
      const categories = statuses.map(({ id, statusCategory }) => [id, statusCategory?.key]);
      return Object.fromEntries(categories.filter(([, key]) => key !== undefined));
    },
    search: (deployment, search, asking) =>
      deployment === "cloud" ? byToken(ask, search, asking) : byNumber(ask, search, asking),
    count: async (deployment, jql, asking) => {
      if (deployment === "cloud") {
        const path = "/rest/api/3/search/approximate-count";
        return (await ask(countSchema, { path, body: { jql } }, asking)).count;
      }
      const query = new URLSearchParams({ jql, maxResults: "0", fields: "id" });
      return (await ask(numberedPageSchema, { path: `/rest/api/2/search?${query}` }, asking)).total;
    },
    getIssue: (deployment, id, fields, asking) => {
      const query = new URLSearchParams({ fields: fields.join(",") });
      if (deployment === "data_center") query.set("expand", "changelog");
      const version = deployment === "cloud" ? 3 : 2;
      const path = `/rest/api/${version}/issue/${encodeURIComponent(id)}?${query}`;
      return ask(issueRecordSchema, { path }, asking);
    },
    bulkChangelogs: async (ids, token, asking) => {
      const page = await ask(bulkChangelogSchema, bulkRequest(ids, token), asking);
      const logs = page.issueChangeLogs.map(({ issueId, changeHistories }) => ({
        issueId,
        histories: changeHistories,
      }));
      return { logs, next: page.nextPageToken || null };
    },
  };
}

type AskJira = ReturnType<typeof createAsk>;

async function byToken(ask: AskJira, search: Search, asking: Asking): Promise<FoundPage> {
  const { jql, fields, limit, after } = search;
  const token = after !== null && "token" in after ? { nextPageToken: after.token } : {};
  const body = { jql, fields, maxResults: limit, ...token };
  const page = await ask(tokenPageSchema, { path: "/rest/api/3/search/jql", body }, asking);
  // `isLast` alone is not believed while there are issues: a token beside it may lead to more.
  const isOver = !page.nextPageToken || (page.isLast === true && page.issues.length === 0);
  return { issues: page.issues, next: isOver ? null : { token: page.nextPageToken ?? "" } };
}

async function byNumber(ask: AskJira, search: Search, asking: Asking): Promise<FoundPage> {
  const { jql, fields, limit, after } = search;
  const startAt = after !== null && "startAt" in after ? after.startAt : 0;
  const query = new URLSearchParams({ jql, fields: fields.join(","), expand: "changelog" });
  query.set("startAt", String(startAt));
  query.set("maxResults", String(limit));
  const path = `/rest/api/2/search?${query}`;
  const { issues, total } = await ask(numberedPageSchema, { path }, asking);
  // The site may send fewer rows than were asked for.
  const end = startAt + issues.length;
  return { issues, next: issues.length > 0 && end < total ? { startAt: end } : null };
}

function bulkRequest(ids: string[], token: string | null) {
  const body = { issueIdsOrKeys: ids, fieldIds: [...historyFields], maxResults: 1000 };
  return {
    path: "/rest/api/3/changelog/bulkfetch",
    body: token === null ? body : { ...body, nextPageToken: token },
  };
}
