import { issueBody } from "./jira-bodies.mjs";
import {
  bulkChangelogs,
  countApproximately,
  refusal,
  searchByNumber,
  searchByToken,
} from "./jira-search.mjs";
import { JqlError } from "./jql-parser.mjs";

/**
 * @typedef {import("./jira-types.ts").JiraAccount} JiraAccount
 * @typedef {import("./jira-types.ts").JiraTarget} JiraTarget
 * @typedef {import("./jira-types.ts").JiraStandInSite} Site
 * @typedef {import("./jira-types.ts").JiraStandInProject} Project
 * @typedef {{ status: number, body: unknown, headers?: Record<string, string> }} JiraAnswer
 *
 * @typedef {object} JiraCall
 * @property {string} method
 * @property {string} path without a context path
 * @property {Record<string, unknown>} input of the query or the JSON body
 * @property {string} base the site's address
 * @property {boolean} isCloud
 * @property {Site} site
 * @property {JiraAccount | null} account null: a stranger
 * @property {{ projects: Project[], timeZone: string }} world what the account sees of the issues
 * @property {number} pageLimit
 * @property {number} changelogPage
 */

/** @param {string} path @returns {JiraTarget} */
export function jiraTargetOf(path) {
  const name = path.replace(/^\/rest\/api\/[23]\//, "");
  if (name.startsWith("search/approximate-count")) return "count";
  if (name.startsWith("search")) return "search";
  if (name.startsWith("changelog/") || name.endsWith("/changelog")) return "changelog";
  const first = name.split("/")[0];
  if (first === "serverInfo" || first === "myself" || first === "field") return first;
  if (first === "mypermissions") return "permissions";
  if (first === "status" || first === "project" || first === "issue") return first;
  return "other";
}

/**
 * Answers as the vendor's API description says, for the calls that are stood in for.
 * @param {JiraCall} call
 * @returns {JiraAnswer}
 */
export function answerJira(call) {
  try {
    return route(call);
  } catch (error) {
    if (error instanceof JqlError) return refusal(error.message);
    throw error;
  }
}

/** @param {JiraCall} call @returns {JiraAnswer} */
function route(call) {
  const { isCloud, site } = call;
  const match = /^\/rest\/api\/([23])\/(.+)$/.exec(call.path);
  const [, version, name = ""] = match ?? [];
  if (match === null || (version === "3" && !isCloud)) return notFound("null for uri");
  const [first, second, third] = name.split("/").map(decodeURIComponent);
  switch (`${first}`) {
    case "serverInfo":
      return { status: 200, body: serverInfo(call) };
    case "myself":
      return call.account === null
        ? stranger()
        : { status: 200, body: myself(call.account, isCloud) };
    case "field":
      return { status: 200, body: [...systemFields, ...site.fields.map(fieldBody)] };
    case "status":
      return { status: 200, body: site.statuses.map(statusBody) };
    case "mypermissions":
      return permissions(call);
    case "project":
      return projectAnswer(call, second ?? "");
    case "search":
      if (!isCloud) return searchByNumber(call);
      if (second === "jql") return searchByToken(call);
      return second === "approximate-count" ? countApproximately(call) : gone();
    case "changelog":
      return isCloud && second === "bulkfetch" ? bulkChangelogs(call) : notFound("null for uri");
    case "issue":
      return third === undefined
        ? issueAnswer(call, second ?? "", version === "3" ? 3 : 2)
        : gone();
    default:
      return notFound("null for uri");
  }
}

/** @param {JiraCall} call @param {string} idOrKey @param {2 | 3} version @returns {JiraAnswer} */
function issueAnswer(call, idOrKey, version) {
  const rows = call.world.projects.flatMap((project) =>
    project.issues.map((issue) => ({ issue, project })),
  );
  const row = rows.find(({ issue }) => String(issue.id) === idOrKey || issue.key === idOrKey);
  if (row === undefined) {
    return notFound("Issue does not exist or you do not have permission to see it.");
  }
  const fields = call.input.fields === undefined ? null : String(call.input.fields).split(",");
  const withChangelog = String(call.input.expand ?? "").includes("changelog");
  return { status: 200, body: issueBody(row, fields, withChangelog, { ...call, version }) };
}

/** @param {JiraCall} call @returns {JiraAnswer} */
function permissions(call) {
  // Without a project Jira tells whether the account has the permission anywhere.
  if (call.input.projectKey !== undefined) {
    const project = projectAnswer(call, String(call.input.projectKey));
    if (project.status !== 200) return project;
  }
  const havePermission = call.account?.rights === "browse";
  return { status: 200, body: { permissions: { BROWSE_PROJECTS: { havePermission } } } };
}

/** @param {JiraCall} call @param {string} key @returns {JiraAnswer} */
function projectAnswer({ site, account, base }, key) {
  const isVisible = account !== null && account.rights !== "none";
  const project = site.projects.find(
    (candidate) =>
      candidate.key === key || candidate.id === key || candidate.formerKeys?.includes(key),
  );
  if (project === undefined || !isVisible) {
    return notFound(`No project could be found with key '${key}'.`);
  }
  const { id, name } = project;
  const self = `${base}/rest/api/2/project/${id}`;
  return { status: 200, body: { self, id, key: project.key, name } };
}

/** @param {JiraCall} call */
function serverInfo({ base, isCloud }) {
  return {
    baseUrl: base,
    version: isCloud ? "1001.0.0-SNAPSHOT" : "9.12.4",
    deploymentType: isCloud ? "Cloud" : "Server",
    buildNumber: 100_220,
    serverTitle: "Jira",
  };
}

/** @param {JiraAccount} account @param {boolean} isCloud */
function myself({ name, timeZone = "Europe/Berlin", toldZone = timeZone }, isCloud) {
  const who = isCloud ? { accountId: `5b10${name}` } : { key: name, name: name.toLowerCase() };
  return {
    ...who,
    displayName: name,
    active: true,
    ...(toldZone === null ? {} : { timeZone: toldZone }),
  };
}

const systemFields = ["summary", "description", "status", "created", "updated", "labels"].map(
  (id) => ({ id, key: id, name: id, custom: false, schema: { type: "string", system: id } }),
);

/** @param {Site["fields"][number]} field */
function fieldBody({ id, name, type, custom }) {
  return { id, key: id, name, custom: true, schema: { type, custom, customId: 10_000 } };
}

/** @param {Site["statuses"][number]} status */
function statusBody({ id, name, category }) {
  return { id, name, statusCategory: { id: 1, key: category, name: "Category" } };
}

/** @returns {JiraAnswer} */
export function stranger() {
  const message = "Client must be authenticated to access this resource.";
  return { status: 401, body: { message, "status-code": 401 } };
}

/** @returns {JiraAnswer} */
function gone() {
  const message =
    "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.";
  return { status: 410, body: { errorMessages: [message], errors: {} } };
}

/** @param {string} message @returns {JiraAnswer} */
function notFound(message) {
  return { status: 404, body: { errorMessages: [message], errors: {} } };
}
