import { createHash } from "node:crypto";
import { createAppTokens } from "./app-tokens.mjs";
import { spoil } from "./fault-answers.mjs";
import { answerApi, targetOf } from "./github-routes.mjs";
import { answerGraphql } from "./graphql-answer.mjs";
import { RateLimits } from "./rate-limits.mjs";

/**
 * @typedef {import("./types.ts").StandInRights} StandInRights
 * @typedef {import("./types.ts").Fault} Fault
 * @typedef {import("./github-routes.mjs").Answer} Answer
 * @typedef {{ url: URL, method: string, text: string, authorization: string | null, etag: string | undefined }} Call
 *
 * @typedef {object} GateOptions
 * @property {import("./github-routes.mjs").IssueStore} store
 * @property {ReturnType<typeof import("./faults.mjs").createFaults>} faults
 * @property {Record<string, StandInRights>} tokens
 * @property {import("./types.ts").StandInApp[]} apps
 * @property {boolean} hasGraphql
 * @property {import("./github-routes.mjs").Abilities} abilities
 * @property {number} rateLimit
 * @property {() => Date} now
 * @property {() => number} delayMs
 * @property {(ms: number) => Promise<void>} pause
 */

/**
 * What every request passes: token, rate limit, the answer, its ETag, and the fault that strikes.
 * @param {GateOptions} options
 */
export function createGate(options) {
  const { faults, tokens, now, delayMs, pause } = options;
  const limits = new RateLimits(options.rateLimit, now);
  const appTokens = createAppTokens(options.apps, now);

  /** @param {Call} call @returns {Promise<{ answer: Answer, fault: Fault | null }>} */
  const respond = async (call) => {
    const { url, authorization, etag } = call;
    const prefix = prefixOf(url.pathname);
    const path = url.pathname.slice(prefix.length);
    const target = targetOf(path);
    const fault = faults.strike(target);
    const ms = pauseMs(fault, target === "issues" ? delayMs() : 0);
    if (ms > 0) await pause(ms);
    const who = authorization ?? "anonymous";
    const rights = rightsOf(authorization, tokens, appTokens);
    const answerRight = () =>
      target === "app"
        ? appTokens.answer(path.split("/")[3] ?? "", authorization)
        : answerWithRights(options, call, { path, prefix, rights });
    const isStranger = rights === undefined;
    const right = isStranger ? answerRight() : limited(limits, { who, path }, answerRight);
    const answer =
      fault === null ? withEtag(right, etag) : spoil(fault, right, { self: url, now: now() });
    if (answer.status === 304) limits.giveBack(who);
    const headers = { date: now().toUTCString(), ...limits.headers(who), ...answer.headers };
    return { answer: { ...answer, headers }, fault };
  };
  return { respond, revokeAppTokens: appTokens.revokeAll };
}

/** An Enterprise server has REST at /api/v3 and GraphQL at /api/graphql. @param {string} pathname */
function prefixOf(pathname) {
  if (pathname.startsWith("/api/v3/")) return "/api/v3";
  return pathname === "/api/graphql" ? "/api" : "";
}

/**
 * @param {GateOptions} options
 * @param {Call} call
 * @param {{ path: string, prefix: string, rights: StandInRights | null | undefined }} asker
 * @returns {Answer}
 */
function answerWithRights({ store, abilities, hasGraphql }, { url, text }, asker) {
  const { path, prefix, rights } = asker;
  if (rights === undefined) return { status: 401, body: { message: "Bad credentials" } };
  if (path !== "/graphql") {
    const base = new URL(`${prefix}/`, url);
    return answerApi(store, abilities, { path, base, url, rights });
  }
  if (!hasGraphql) return { status: 404, body: { message: "Not Found" } };
  if (rights === null) return { status: 401, body: { message: "Requires authentication" } };
  return answerGraphql(rights === "all" ? store.all() : [], text);
}

/** @param {Fault | null} fault @param {number} delayMs */
function pauseMs(fault, delayMs) {
  return delayMs + (fault?.kind === "slow" ? (fault.seconds ?? 60) * 1000 : 0);
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
 * @param {ReturnType<typeof createAppTokens>} appTokens
 * @returns {StandInRights | null | undefined}
 */
function rightsOf(authorization, tokens, appTokens) {
  if (authorization === null) return null;
  const token = authorization.replace(/^(token|bearer) /i, "");
  if (appTokens.isGood(token)) return "all";
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
