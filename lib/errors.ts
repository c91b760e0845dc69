/** What can go wrong in a way the caller should know about. Everything else is `internal`. */
export const errorStatus = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  unprocessable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/**
 * Next bundles the server's start and its routes apart, so a class may exist twice in one process
 * and plain `instanceof` fails between them. A brand in the global symbol registry does not.
 */
function branded(name: string) {
  const brand = Symbol.for(`backlog-balance.${name}`);
  return {
    brand,
    isInstance: (value: unknown): boolean =>
      typeof value === "object" && value !== null && Reflect.get(value, brand) === true,
  };
}

const appErrors = branded("AppError");
const upstreamErrors = branded("UpstreamError");

/** An error whose message is written for the person who caused it. `fields` names inputs at fault. */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return appErrors.isInstance(value);
  }

  readonly [appErrors.brand] = true;
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  /** When it is worth asking again; told in the header Retry-After. */
  readonly retryAfterSeconds: number | undefined;
  /** The methods that an address has; told in the header Allow, with `method_not_allowed`. */
  readonly allow: readonly string[] | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      fields?: Record<string, string>;
      retryAfterSeconds?: number;
      allow?: readonly string[];
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.allow = options.allow;
  }
}

/** Why a tracker did not give what was asked, in a form that names what to do about it. */
export const upstreamReasons = [
  "not_found",
  "unauthorized",
  "forbidden",
  "rate_limited",
  "unreachable",
  "host_not_allowed",
  "malformed",
  "gone",
  "cursor_expired",
] as const;
export type UpstreamReason = (typeof upstreamReasons)[number];

/** A tracker's refusal or failure. Its message is safe to show: it never holds a token or a body. */
export class UpstreamError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return upstreamErrors.isInstance(value);
  }

  readonly [upstreamErrors.brand] = true;
  readonly reason: UpstreamReason;
  /** When a rate limit ends; only with `rate_limited`. */
  readonly retryAt: Date | undefined;
  /** HTTP status of the answer that caused it, where there was one. */
  readonly status: number | undefined;

  constructor(
    reason: UpstreamReason,
    message: string,
    options: { retryAt?: Date; status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "UpstreamError";
    this.reason = reason;
    this.retryAt = options.retryAt;
    this.status = options.status;
  }
}
