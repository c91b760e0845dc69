import { listIssues } from "./issue-listing.mjs";
import { numberedPage } from "./numbered-pages.mjs";

/**
 * @typedef {ReturnType<typeof import("./issue-store.mjs").createIssueStore>} IssueStore
 * @typedef {import("./issue-store.mjs").StoredRepository} StoredRepository
 * @typedef {import("./types.ts").StandInRights} StandInRights
 * @typedef {{ status: number, body: unknown, headers?: Record<string, string> }} Answer
 * @typedef {{ linkStyle: "cursor" | "page", hasTimelines: boolean, pageLimit: () => number }} Abilities
 * @typedef {{ path: string, base: URL, url: URL, rights: StandInRights | null }} ApiRequest
 *   `path` without the Enterprise prefix; `base` the API's root; `rights` null without a token
 */

const docs = "https://docs.github.com/rest";

const repositoryPath = "^/(?:repos/([^/]+/[^/]+)|repositories/(\\d+))";
const routePattern = new RegExp(`${repositoryPath}(/.*)?$`);

/** @param {string} path @returns {import("./faults.mjs").Target} */
export function targetOf(path) {
  if (path === "/graphql") return "graphql";
  if (path.startsWith("/app/")) return "app";
  const [, , , rest] = routePattern.exec(path) ?? [];
  if (rest === undefined) return routePattern.test(path) ? "repository" : "other";
  if (rest === "/issues") return "issues";
  if (rest === "/labels" || rest === "/issue-types") return "labels";
  if (/^\/issues\/\d+$/.test(rest)) return "issue";
  return /^\/issues\/\d+\/timeline$/.test(rest) ? "timeline" : "other";
}

/**
 * Answers as GitHub's API description says, for the calls that are stood in for.
 * @param {IssueStore} store
 * @param {Abilities} abilities
 * @param {ApiRequest} request
 * @returns {Answer}
 */
export function answerApi(store, abilities, request) {
  const match = routePattern.exec(request.path);
  if (match === null) return notFound();
  const [, fullName, id, rest = ""] = match;
  const repository = fullName
    ? store.find(decodeURIComponent(fullName))
    : store.findById(Number(id));
  if (repository === undefined) return movedOrNotFound(store, fullName, rest, request);
  if (repository.isPrivate && request.rights !== "all") return notFound();
  if (rest === "") return { status: 200, body: describeRepository(repository, request.base) };
  if (request.rights === "none") return forbidden();
  return answerWithin(abilities, { repository, rest, request });
}

/**
 * @param {Abilities} abilities
 * @param {{ repository: StoredRepository, rest: string, request: ApiRequest }} asked
 * @returns {Answer}
 */
function answerWithin(abilities, { repository, rest, request }) {
  const { base, url } = request;
  // GitHub links by the repository's number.
  const linkUrl = new URL(`${base.href}repositories/${repository.id}${rest}${url.search}`);
  if (rest === "/issues") return issuePage(repository, abilities, linkUrl);
  if (rest === "/labels") return numberedPage(repository.labels, linkUrl);
  if (rest === "/issue-types") {
    return repository.types ? numberedPage(repository.types, linkUrl) : notFound();
  }
  const match = /^\/issues\/(\d+)(\/timeline)?$/.exec(rest);
  if (match === null || (match[2] && !abilities.hasTimelines)) return notFound();
  const number = Number(match[1]);
  const moved = repository.moved.get(number);
  if (moved !== undefined) {
    const path = `repositories/${moved.repository}/issues/${moved.number}${match[2] ?? ""}`;
    return movedTo(`${base.href}${path}${url.search}`);
  }
  const found = oneIssue(repository, number);
  if (match[2] === undefined || found.status !== 200) return found;
  return numberedPage(repository.timelines.get(number) ?? [], linkUrl);
}

/**
 * @param {StoredRepository} repository
 * @param {Abilities} abilities
 * @param {URL} linkUrl
 * @returns {Answer}
 */
function issuePage(repository, { linkStyle, pageLimit }, linkUrl) {
  const listing = listIssues(repository.issues, linkUrl, { linkStyle, pageLimit: pageLimit() });
  if (listing === null) return invalid();
  const link = Object.entries(listing.links).map(([rel, href]) => `<${href}>; rel="${rel}"`);
  const headers = link.length > 0 ? { link: link.join(", ") } : undefined;
  return { status: 200, body: listing.issues, ...(headers ? { headers } : {}) };
}

/** @param {StoredRepository} repository @param {number} number @returns {Answer} */
function oneIssue(repository, number) {
  const issue = repository.issues.find((candidate) => candidate.number === number);
  if (issue !== undefined) return { status: 200, body: issue };
  return repository.deleted.has(number)
    ? { status: 410, body: { message: "This issue was deleted", documentation_url: docs } }
    : notFound();
}

/**
 * @param {IssueStore} store
 * @param {string | undefined} fullName
 * @param {string} rest
 * @param {ApiRequest} request
 * @returns {Answer}
 */
function movedOrNotFound(store, fullName, rest, { base, url }) {
  const moved = fullName === undefined ? undefined : store.findByFormerName(fullName);
  if (moved === undefined) return notFound();
  return movedTo(`${base.href}repositories/${moved.id}${rest}${url.search}`);
}

/** @param {string} location @returns {Answer} */
function movedTo(location) {
  const body = { message: "Moved Permanently", url: location, documentation_url: docs };
  return { status: 301, body, headers: { location } };
}

/** @param {StoredRepository} repository @param {URL} base */
function describeRepository(repository, base) {
  const { id, owner, name, isPrivate = false, hasIssues = true, issues } = repository;
  return {
    id,
    name,
    full_name: `${owner}/${name}`,
    private: isPrivate,
    owner: { login: owner, id: 1, type: "Organization" },
    html_url: `https://github.com/${owner}/${name}`,
    description: null,
    fork: false,
    url: `${base.href}repos/${owner}/${name}`,
    has_issues: hasIssues,
    open_issues_count: issues.filter(({ state }) => state === "open").length,
  };
}

/** @returns {Answer} */
function notFound() {
  return { status: 404, body: { message: "Not Found", documentation_url: docs, status: "404" } };
}

/** @returns {Answer} */
function forbidden() {
  const message = "Resource not accessible by personal access token";
  return { status: 403, body: { message, documentation_url: docs, status: "403" } };
}

/** @returns {Answer} */
function invalid() {
  return {
    status: 422,
    body: { message: "Validation Failed", documentation_url: docs, errors: [] },
  };
}
