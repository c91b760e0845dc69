import { instantAfter } from "@/lib/connectors/retry-after";
import type { JiraScope } from "@/lib/domain/jira-scope";
import { UpstreamError, type UpstreamReason } from "@/lib/errors";
import { refusalSchema } from "./api-types";

export type FailureContext = {
  siteUrl: string;
  scope: JiraScope;
  /** Basic authentication with an e-mail address, as Cloud's API tokens need it. */
  hasEmail: boolean;
  now: Date;
};

export type Refusal = { status: number; headers: Headers; body: unknown };

/** Without a time: Atlassian's advice is to begin with a short wait. */
const fallbackMs = 60_000;

/** A refusal of 400 and above → the reason, and a sentence that says what to do. */
export function toJiraFailure(refusal: Refusal, context: FailureContext): UpstreamError {
  const { status } = refusal;
  const retryAt = rateLimitEnd(refusal, context.now);
  if (retryAt !== null) {
    return new UpstreamError("rate_limited", rateLimited(retryAt, context), { status, retryAt });
  }
  const [reason, message] = reasonOf(refusal, context);
  return new UpstreamError(reason, message, { status });
}

function rateLimitEnd({ status, headers }: Refusal, now: Date): Date | null {
  const retryAfter = headers.get("retry-after");
  // A busy Cloud answers 503 with a time.
  if (status !== 429 && !(status === 503 && retryAfter !== null)) return null;
  const named = retryAfter === null ? null : instantAfter(retryAfter, now);
  const reset = new Date(headers.get("x-ratelimit-reset") ?? Number.NaN);
  if (named !== null) return named;
  return Number.isNaN(reset.getTime()) ? new Date(now.getTime() + fallbackMs) : reset;
}

function reasonOf(refusal: Refusal, context: FailureContext): [UpstreamReason, string] {
  const { status, headers } = refusal;
  const host = placeOf(context);
  switch (status) {
    case 400:
      return ["malformed", sentenceOf(refusal.body) ?? `${host} does not understand the query.`];
    case 401:
      return ["unauthorized", unauthorized(context)];
    case 403:
    case 451:
      return ["forbidden", forbidden(headers, context)];
    case 404:
      return ["not_found", notFound(context)];
    case 410:
      return ["gone", `${host} no longer offers this part of its API. Check the site's address.`];
    default:
      return status >= 500
        ? ["unreachable", `${host} has trouble (it answered ${status}). Try again later.`]
        : ["malformed", `${host} gave an answer that makes no sense (${status}).`];
  }
}

/** The tracker's own sentence about a query; a person wrote the query and can mend it. */
function sentenceOf(body: unknown): string | null {
  const parsed = refusalSchema.safeParse(body);
  if (!parsed.success) return null;
  const { errorMessages, errors } = parsed.data;
  const sentence = [...errorMessages, ...Object.values(errors)].join(" ").trim();
  return sentence === "" ? null : `Jira says: ${sentence.slice(0, 500)}`;
}

/** The site's host, as people know it. */
export function placeOf({ siteUrl }: Pick<FailureContext, "siteUrl">): string {
  return new URL(siteUrl).host;
}

/** The sentence for a token that Jira does not know, which it often answers like a stranger. */
export function unauthorized(context: Pick<FailureContext, "siteUrl" | "hasEmail">): string {
  return context.hasEmail
    ? `${placeOf(context)} does not accept this e-mail address and token together. Check both; the token may have expired: make a new one.`
    : `${placeOf(context)} does not accept this token. Check it, or make a new one; an API token of Jira Cloud also needs the account's e-mail address.`;
}

function forbidden(headers: Headers, context: FailureContext): string {
  if (headers.get("x-authentication-denied-reason")?.includes("CAPTCHA")) {
    return `${placeOf(context)} asks this account to solve a CAPTCHA first. Log in there with a browser, then try again.`;
  }
  return `This token may not read ${scopeWords(context.scope)} on ${placeOf(context)}. Give its account the permission to browse it.`;
}

/** The sentence for what is not there, or not for this account: Jira does not tell the two apart. */
export function notFound({ siteUrl, scope }: Pick<FailureContext, "siteUrl" | "scope">): string {
  return `${placeOf({ siteUrl })} shows this account nothing of ${scopeWords(scope)}. Check the spelling, and that the account may browse it.`;
}

export function scopeWords(scope: JiraScope): string {
  return "project" in scope ? `the project ${scope.project}` : "what the query asks for";
}

function rateLimited(retryAt: Date, context: FailureContext): string {
  const until = `${retryAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `${placeOf(context)} takes no more requests until ${until} (its rate limit). Wait until then, or use another account's token.`;
}
