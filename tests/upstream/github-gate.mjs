import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { spoil } from "./fault-answers.mjs";
import { answerApi, targetOf } from "./github-routes.mjs";
import { RateLimits } from "./rate-limits.mjs";

/**
 * @typedef {import("./types.ts").StandInRights} StandInRights
 * @typedef {import("./types.ts").Fault} Fault
 * @typedef {import("./github-routes.mjs").Answer} Answer
 * @typedef {{ url: URL, authorization: string | null, etag: string | undefined }} Call
 *
 * @typedef {object} GateOptions
 * @property {import("./github-routes.mjs").IssueStore} store
 * @property {ReturnType<typeof import("./faults.mjs").createFaults>} faults
 * @property {Record<string, StandInRights>} tokens
 * @property {"cursor" | "page"} linkStyle
 * @property {number} rateLimit
 * @property {() => Date} now
 * @property {() => number} delayMs
 */

/**
 * What every request passes: token, rate limit, the answer, its ETag, and the fault that strikes.
 * @param {GateOptions} options
 */
export function createGate({ store, faults, tokens, linkStyle, rateLimit, now, delayMs }) {
  const limits = new RateLimits(rateLimit, now);

  /** @param {Call} call @returns {Promise<{ answer: Answer, fault: Fault | null }>} */
  return async ({ url, authorization, etag }) => {
    const prefix = url.pathname.startsWith("/api/v3/") ? "/api/v3" : "";
    const path = url.pathname.slice(prefix.length);
    const target = targetOf(path);
    const fault = faults.strike(target);
    await pauseFor(fault, target === "issues" ? delayMs() : 0);
    const who = authorization ?? "anonymous";
    const rights = rightsOf(authorization, tokens);
    const base = new URL(`${prefix}/`, url);
    const right =
      rights === undefined
        ? { status: 401, body: { message: "Bad credentials" } }
        : limited(limits, { who, path }, () =>
            answerApi(store, linkStyle, { path, base, url, rights }),
          );
    const answer =
      fault === null ? withEtag(right, etag) : spoil(fault, right, { self: url, now: now() });
    if (answer.status === 304) limits.giveBack(who);
    return { answer: { ...answer, headers: { ...limits.headers(who), ...answer.headers } }, fault };
  };
}

/** @param {Fault | null} fault @param {number} delayMs */
async function pauseFor(fault, delayMs) {
  const slowMs = fault?.kind === "slow" ? (fault.seconds ?? 60) * 1000 : 0;
  if (delayMs + slowMs > 0) await pause(delayMs + slowMs, undefined, { ref: false });
}

/**
 * The answer, where the limit lets one through. Asking for the limit's state costs nothing.
 * @param {RateLimits} limits
 * @param {{ who: string, path: string }} asker
 * @param {() => Answer} answer
 * @returns {Answer}
 */
function limited(limits, { who, path }, answer) {
  if (path === "/rate_limit") {
    const core = limits.status(who);
    return { status: 200, body: { resources: { core }, rate: core } };
  }
  if (limits.spend(who)) return answer();
  const message = "API rate limit exceeded. (But here's the good news: it resets.)";
  return { status: 403, body: { message } };
}

/**
 * Null without a token, undefined for one that is not known.
 * @param {string | null} authorization
 * @param {Record<string, StandInRights>} tokens
 * @returns {StandInRights | null | undefined}
 */
function rightsOf(authorization, tokens) {
  if (authorization === null) return null;
  const token = authorization.replace(/^(token|bearer) /i, "");
  return Object.hasOwn(tokens, token) ? tokens[token] : undefined;
}

/** @param {Answer} answer @param {string | undefined} known the request's If-None-Match @returns {Answer} */
function withEtag(answer, known) {
  if (answer.status !== 200) return answer;
  const link = answer.headers?.link ?? "";
  const hash = createHash("sha256").update(JSON.stringify(answer.body) + link);
  const etag = `"${hash.digest("hex")}"`;
  const headers = { ...answer.headers, etag };
  return known === etag ? { status: 304, body: "", headers } : { ...answer, headers };
}
