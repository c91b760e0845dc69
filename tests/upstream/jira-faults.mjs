/**
 * @typedef {import("./jira-types.ts").JiraFault} JiraFault
 * @typedef {import("./jira-types.ts").JiraTarget} JiraTarget
 * @typedef {import("./jira-routes.mjs").JiraAnswer} JiraAnswer
 */

/** Keeps the faults that are switched on, and says which one strikes a request. */
export function createJiraFaults() {
  /** @type {{ fault: JiraFault, skip: number, left: number }[]} */
  let active = [];
  return {
    /** @param {JiraFault} fault */
    setFault: (fault) => {
      const left = fault.times ?? Number.POSITIVE_INFINITY;
      active.push({ fault, skip: fault.skip ?? 0, left });
    },
    clearFaults: () => {
      active = [];
    },
    /** @param {JiraTarget} target @param {boolean} hasToken @returns {JiraFault | null} */
    strike: (target, hasToken) => {
      for (const entry of active) {
        const { on, kind } = entry.fault;
        const isMeant = (on === undefined || on === target) && entry.left > 0;
        if (!isMeant || (kind === "token_expired" && !hasToken)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return null;
    },
  };
}

/** Makes pages that never end: each differs in its token. */
let turn = 0;
/** The page that a fault repeats: the first that it struck. @type {WeakMap<JiraFault, unknown>} */
const firstPages = new WeakMap();

/**
 * What a fault makes of the right answer. Faults of the connection (`slow`, `reset`,
 * `reset_mid_body`, `truncated`) and `anonymous` leave it: they are played elsewhere.
 * @param {JiraFault} fault
 * @param {JiraAnswer} answer
 * @returns {JiraAnswer}
 */
export function spoilJira(fault, answer) {
  switch (fault.kind) {
    case "server_error":
      return failure(fault.status ?? 502, "Bad Gateway");
    case "html":
      return {
        status: 200,
        body: "<!DOCTYPE html><title>Log in - Jira</title>",
        headers: { "content-type": "text/html;charset=UTF-8" },
      };
    case "empty_body":
      return { ...answer, body: "" };
    case "wrong_shape":
      return { ...answer, body: { values: [answer.body] } };
    case "ids_only":
      return { ...answer, body: idsOnly(answer.body) };
    case "empty_list":
      return { ...answer, body: { issues: [], startAt: 0, total: 0, isLast: true } };
    case "no_next":
      return { ...answer, body: endsHere(answer.body) };
    case "repeated_page":
      if (!firstPages.has(fault)) firstPages.set(fault, answer.body);
      return { ...answer, body: { ...asObject(firstPages.get(fault)), ...goesOn("again") } };
    case "endless_pages":
      turn += 1;
      return {
        ...answer,
        body: { ...asObject(answer.body), nextPageToken: `${turn}`, total: 1e6 },
      };
    case "token_expired":
      return failure(400, "The provided next page token is invalid or has expired.");
    case "rate_limited":
      return { ...failure(429, "Rate limit exceeded."), headers: retryAfter(fault) };
    case "busy":
      return { ...failure(503, "Service Unavailable"), headers: retryAfter(fault) };
    case "redirect":
      return {
        ...failure(302, "Found"),
        headers: { location: fault.location ?? "https://login.invalid/" },
      };
    case "unauthorized":
      return failure(401, "Client must be authenticated to access this resource.");
    case "captcha":
      return {
        ...failure(403, "Forbidden"),
        headers: { "x-authentication-denied-reason": "CAPTCHA_CHALLENGE; login-url=https://x/" },
      };
    case "forbidden":
      return failure(403, "Forbidden");
    case "not_found":
      return failure(404, "Not Found");
    case "gone":
      return failure(410, "Gone");
    default:
      return answer;
  }
}

/** @param {JiraFault} fault @returns {Record<string, string>} */
function retryAfter({ seconds = 60 }) {
  return seconds === null ? {} : { "retry-after": String(seconds) };
}

/** @param {number} status @param {string} message @returns {JiraAnswer} */
function failure(status, message) {
  return { status, body: { errorMessages: [message], errors: {} } };
}

/** Says in both ways that there is more. @param {string} nextPageToken */
function goesOn(nextPageToken) {
  return { nextPageToken, isLast: false, total: 1_000_000 };
}

/** Says in both ways that this is all. @param {unknown} body */
function endsHere(body) {
  const { nextPageToken: _token, ...rest } = asObject(body);
  const { startAt, issues } = rest;
  const end = Number(startAt ?? 0) + (Array.isArray(issues) ? issues.length : 0);
  return { ...rest, isLast: true, total: end };
}

/** @param {unknown} body @returns {Record<string, unknown>} */
function asObject(body) {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

/** @param {unknown} body */
function idsOnly(body) {
  const { issues, ...rest } = asObject(body);
  const bare = Array.isArray(issues) ? issues.map(({ id }) => ({ id })) : [];
  return { ...rest, issues: bare };
}
