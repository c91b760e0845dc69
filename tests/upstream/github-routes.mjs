import { listIssues } from "./issue-listing.mjs";

/**
 * @typedef {ReturnType<typeof import("./issue-store.mjs").createIssueStore>} IssueStore
 * @typedef {import("./issue-store.mjs").StoredRepository} StoredRepository
 * @typedef {import("./types.ts").StandInRights} StandInRights
 * @typedef {{ status: number, body: unknown, headers?: Record<string, string> }} Answer
 * @typedef {{ path: string, base: URL, url: URL, rights: StandInRights | null }} ApiRequest
 *   `path` without the Enterprise prefix; `base` the API's root; `rights` null without a token
 */

const docs = "https://docs.github.com/rest";

/** @param {string} path @returns {import("./faults.mjs").Target} */
export function targetOf(path) {
  if (/^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)$/.test(path)) return "repository";
  if (/\/issues$/.test(path)) return "issues";
  return /\/issues\/\d+$/.test(path) ? "issue" : "other";
}

/**
 * Answers as GitHub's API description says, for the calls that are stood in for.
 * @param {IssueStore} store
 * @param {"cursor" | "page"} linkStyle
 * @param {ApiRequest} request
 * @returns {Answer}
 */
export function answerApi(store, linkStyle, request) {
  const match = /^\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/issues(?:\/(\d+))?)?$/.exec(
    request.path,
  );
  if (match === null) return notFound();
  const [, fullName, id, issues, number] = match;
  const repository = fullName
    ? store.find(decodeURIComponent(fullName))
    : store.findById(Number(id));
  if (repository === undefined) return movedOrNotFound(store, fullName, issues ?? "", request);
  if (repository.isPrivate && request.rights !== "all") return notFound();
  if (issues === undefined)
    return { status: 200, body: describeRepository(repository, request.base) };
  if (request.rights === "none") return forbidden();
  if (number !== undefined) return oneIssue(repository, Number(number));
  return issuePage(repository, linkStyle, request);
}

/**
 * @param {StoredRepository} repository
 * @param {"cursor" | "page"} linkStyle
 * @param {ApiRequest} request
 * @returns {Answer}
 */
function issuePage(repository, linkStyle, { base, url }) {
  // GitHub links by the repository's number.
  const linkUrl = new URL(`${base.href}repositories/${repository.id}/issues${url.search}`);
  const listing = listIssues(repository.issues, linkUrl, linkStyle);
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
  const location = `${base.href}repositories/${moved.id}${rest}${url.search}`;
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
