import { once } from "node:events";
import { createServer } from "node:http";
import { createJiraFaults, spoilJira } from "./jira-faults.mjs";
import { answerJira, jiraTargetOf, stranger } from "./jira-routes.mjs";
import { createJiraStore } from "./jira-store.mjs";
import { sendAnswer } from "./send-answer.mjs";
import { waitFor } from "./wait-for.mjs";

/**
 * @typedef {import("./jira-types.ts").JiraStandInOptions} JiraStandInOptions
 * @typedef {import("./jira-types.ts").JiraAccount} JiraAccount
 * @typedef {import("./jira-types.ts").JiraLoggedRequest} JiraLoggedRequest
 * @typedef {ReturnType<typeof createJiraStandIn>} JiraStandIn
 */

/** @type {JiraAccount[]} */
export const jiraAccounts = [
  { email: "ada@example.com", token: "api-token", name: "Ada", rights: "browse" },
  { token: "personal-token", name: "Ada", rights: "browse" },
  { token: "token-without-projects", name: "Bob", rights: "none" },
  { token: "token-without-issues", name: "Cyd", rights: "empty" },
];

/** Jira's context path on a Data Center may be anything; both it and the root are answered. */
const contextPath = "/jira";

/**
 * Jira's REST API as far as a sync needs it, as Cloud or as Data Center, on loopback. Whoever is
 * not known is a stranger, and gets empty lists rather than errors, as from the real ones.
 * @param {JiraStandInOptions} options
 */
export function createJiraStandIn(options) {
  const { mode, accounts = jiraAccounts, now = () => new Date(), pause = waitFor } = options;
  const isCloud = mode === "cloud";
  const store = createJiraStore(options.site, now);
  const faults = createJiraFaults();
  /** @type {JiraLoggedRequest[]} */
  const requests = [];
  /** @type {(() => void) | null} */
  let beforeSearch = null;
  let known = accounts;
  let { pageLimit = isCloud ? 100 : 1000 } = options;

  /** @param {import("./types.ts").StandInCall} call */
  const respond = async ({ method, url, headers, text }) => {
    const authorization = headers.authorization ?? null;
    const target = `${url.pathname}${url.search}`;
    const entry = { method, url: target, body: text, authorization, status: 0 };
    requests.push(entry);
    const hasContext = url.pathname.startsWith(`${contextPath}/`);
    const path = hasContext ? url.pathname.slice(contextPath.length) : url.pathname;
    const about = jiraTargetOf(path);
    if (about === "search") beforeSearch?.();
    const input = { ...Object.fromEntries(url.searchParams), ...(text ? JSON.parse(text) : {}) };
    const fault = faults.strike(about, input.nextPageToken !== undefined);
    if (fault?.kind === "slow") await pause((fault.seconds ?? 60) * 1000);
    const account = fault?.kind === "anonymous" ? null : accountOf(authorization, known);
    const mayBrowse = account?.rights === "browse";
    const right = answerJira({
      method,
      path,
      input,
      base: `${url.origin}${hasContext ? contextPath : ""}`,
      isCloud,
      site: store.site,
      account,
      world: {
        projects: mayBrowse ? store.site.projects : withoutIssues(store.site.projects),
        timeZone: account?.timeZone ?? "Europe/Berlin",
      },
      pageLimit,
      changelogPage: options.changelogPage ?? 1000,
    });
    // A token that is not known at all is refused by Data Center; Cloud takes its bearer for nobody.
    const isRefused = authorization !== null && account === null && !isCloud && fault === null;
    const answer = isRefused ? stranger() : right;
    const spoiled = fault === null ? answer : spoilJira(fault, answer);
    entry.status = spoiled.status;
    /** @type {Record<string, string>} */
    const who = isCloud ? {} : { "x-ausername": account?.name.toLowerCase() ?? "anonymous" };
    return {
      answer: { ...spoiled, headers: { ...jiraHeaders, ...who, ...spoiled.headers } },
      fault,
    };
  };

  const server = createServer(async (request, response) => {
    const { method = "GET", url: target = "/", headers } = request;
    const url = new URL(target, `http://${headers.host}`);
    const text = await textOf(request);
    const { answer, fault } = await respond({ method, url, headers, text });
    sendAnswer(response, answer, fault, {});
  });

  const standIn = {
    /** Every request so far, oldest first. */
    requests,
    /** Answers a request as the server does, without the network. */
    respond,
    setFault: faults.setFault,
    clearFaults: faults.clearFaults,
    /** Replaces the accounts that are known. @param {JiraAccount[]} changed */
    setAccounts: (changed) => {
      known = changed;
    },
    /** @param {number} most */
    setPageLimit: (most) => {
      pageLimit = most;
    },
    /** Called before each search is answered. @param {(() => void) | null} listener */
    onSearch: (listener) => {
      beforeSearch = listener;
    },
    site: store.site,
    findIssue: store.find,
    addIssue: store.addIssue,
    editIssue: store.editIssue,
    relabelIssue: store.relabelIssue,
    retypeIssue: store.retypeIssue,
    moveToStatus: store.moveToStatus,
    moveToProject: store.moveToProject,
    deleteIssue: store.deleteIssue,
    renameStatus: store.renameStatus,
    setStatusCategory: store.setStatusCategory,
    /** `host:port`, as ALLOWED_UPSTREAM_HOSTS wants it. */
    get host() {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("Not started.");
      return `127.0.0.1:${address.port}`;
    },
    /** @returns {string} */
    get url() {
      return `http://${standIn.host}`;
    },
    /** Listens on loopback; port 0 takes a free one. Resolves to the address. */
    start: async (port = 0) => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      return standIn.url;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

const jiraHeaders = {
  "content-type": "application/json;charset=UTF-8",
  "cache-control": "no-cache, no-store, no-transform",
};

/** A stranger's JQL is judged, and finds nothing. @param {import("./jira-types.ts").JiraStandInProject[]} projects */
function withoutIssues(projects) {
  return projects.map((project) => ({ ...project, issues: [] }));
}

/** @param {string | null} authorization @param {JiraAccount[]} accounts */
function accountOf(authorization, accounts) {
  const [scheme = "", credential = ""] = (authorization ?? "").split(" ");
  const isBasic = scheme.toLowerCase() === "basic";
  const text = isBasic ? Buffer.from(credential, "base64").toString() : credential;
  return (
    accounts.find(({ email, token }) =>
      isBasic ? email !== undefined && text === `${email}:${token}` : !email && text === token,
    ) ?? null
  );
}

/** @param {import("node:http").IncomingMessage} request */
async function textOf(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
