import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import type { CredentialKind } from "./credential";
import { rateLimitEnd } from "./rate-limit";

export type FailureContext = {
  repository: { owner: string; name: string };
  apiUrl: string;
  credential: CredentialKind;
  /** True where the request went on from a cursor that GitHub may have forgotten. */
  followsCursor: boolean;
  now: Date;
};

/** What Octokit rejects with: an answer of 400 and above, or no answer at all. */
const requestErrorSchema = z.object({
  name: z.literal("HttpError"),
  status: z.int(),
  message: z.string(),
  cause: z.unknown(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/** Whether a request was answered 304: what its ETag stands for has not changed. */
export function isNotModified(error: unknown): boolean {
  const parsed = requestErrorSchema.safeParse(error);
  return parsed.success && parsed.data.status === 304;
}

/** Whatever a request to GitHub rejected with → the reason, and a sentence that says what to do. */
export function toGithubFailure(error: unknown, context: FailureContext): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const parsed = requestErrorSchema.safeParse(error);
  if (!parsed.success) {
    const message = `${place(context)} sent an answer that makes no sense.`;
    return new UpstreamError("malformed", message, { cause: error });
  }
  const { status, message, cause, response } = parsed.data;
  if (cause instanceof UpstreamError) return cause;
  if (response !== undefined) {
    return fromStatus(status, { headers: response.headers, message }, context);
  }
  return new UpstreamError(
    "unreachable",
    `${place(context)} cannot be reached. Check the network and try again later.`,
    { cause },
  );
}

function fromStatus(
  status: number,
  answer: { headers: Record<string, unknown>; message: string },
  context: FailureContext,
): UpstreamError {
  const retryAt = rateLimitEnd({ status, ...answer }, context.now);
  if (retryAt !== null) {
    return new UpstreamError("rate_limited", rateLimited(retryAt, context), { status, retryAt });
  }
  if (context.followsCursor && (status === 400 || status === 422)) {
    const message = `${place(context)} no longer accepts the point the walk had reached. Start a full sync.`;
    return new UpstreamError("cursor_expired", message, { status });
  }
  const [reason, message] = reasonOf(status, answer, context);
  return new UpstreamError(reason, message, { status });
}

function reasonOf(
  status: number,
  answer: { headers: Record<string, unknown> },
  context: FailureContext,
): [UpstreamError["reason"], string] {
  switch (status) {
    case 401:
      return ["unauthorized", unauthorized(context)];
    case 403:
    case 451:
      return ["forbidden", forbidden(answer.headers, context)];
    case 404:
      return ["not_found", notFound(context)];
    case 410:
      return ["gone", issuesDisabled(context)];
    default:
      return status >= 500
        ? ["unreachable", `${place(context)} has trouble (it answered ${status}). Try again later.`]
        : ["malformed", `${place(context)} gave an answer that makes no sense (${status}).`];
  }
}

/** The refusal of a limit that ends at `retryAt`. */
export function limitReached(
  retryAt: Date,
  context: Pick<FailureContext, "apiUrl" | "credential">,
): UpstreamError {
  return new UpstreamError("rate_limited", rateLimited(retryAt, context), { retryAt });
}

/** The server's name as people know it. */
export function place({ apiUrl }: Pick<FailureContext, "apiUrl">): string {
  const { host } = new URL(apiUrl);
  return host === "api.github.com" ? "GitHub" : host;
}

function fullName({ repository }: FailureContext): string {
  return `${repository.owner}/${repository.name}`;
}

function holder({ credential }: FailureContext): string {
  return credential === "app" ? "This installation" : "This token";
}

function unauthorized(context: FailureContext): string {
  switch (context.credential) {
    case "token":
      return `${place(context)} does not accept this token. It may be mistyped, expired or revoked: make a new one.`;
    case "app":
      return `${place(context)} does not accept this GitHub App's credentials. Check its id and private key, and that it is still installed.`;
    case "none":
      return `${place(context)} answers only with a token. Add one.`;
  }
}

function forbidden(headers: Record<string, unknown>, context: FailureContext): string {
  if (headers["x-github-sso"] !== undefined) {
    return `This token is not authorised for ${context.repository.owner}'s single sign-on. Authorise it in GitHub's token settings.`;
  }
  return context.credential === "none"
    ? `${place(context)} does not show the issues of ${fullName(context)} without a token. Add one with read access to issues.`
    : `${holder(context)} may not read the issues of ${fullName(context)}. Give it read access to issues.`;
}

function notFound(context: FailureContext): string {
  return context.credential === "none"
    ? `There is no public repository ${fullName(context)}. Check the spelling; a private one needs a token.`
    : `There is no repository ${fullName(context)} that ${holder(context).toLowerCase()} can see. Check the spelling, and that it covers the repository.`;
}

/** The sentence for a repository that has no issues to read. */
export function issuesDisabled(context: Pick<FailureContext, "repository">): string {
  const { owner, name } = context.repository;
  return `The issues of ${owner}/${name} are switched off. Switch them on in its settings, or connect the repository that holds them.`;
}

function rateLimited(
  retryAt: Date,
  context: Pick<FailureContext, "apiUrl" | "credential">,
): string {
  const until = `${retryAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const advice =
    context.credential === "none"
      ? "Wait until then, or add a token, which allows far more requests."
      : "Wait until then, or use another account's token.";
  return `${place(context)} takes no more requests until ${until} (its rate limit). ${advice}`;
}
