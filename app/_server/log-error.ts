import { isOfStatement } from "./database-faults";

const mostCauses = 4;
const mostLetters = 500;

/** What a log says of an error: an allow-list, for the rest may hold tokens and issues' texts. */
export type LoggedError = {
  type: string;
  message: string;
  code?: string;
  frames?: string[];
  cause?: LoggedError;
};

/** An error for the log, with its causes, and without what was sent or received. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error" };
  const { cause } = error;
  return {
    type: error.name,
    message: loggedText(error.message),
    ...("code" in error && { code: String(error.code) }),
    ...(depth === 0 && { frames: framesOf(error) }),
    ...(cause instanceof Error && depth < mostCauses && { cause: loggedError(cause, depth + 1) }),
  };
}

/** The same for a console, in one line. Of a failed statement: why, rather than which. */
export function errorLine(error: unknown): string {
  let told = loggedError(error);
  while (told.cause && isOfStatement(told.message)) told = told.cause;
  return told.message.replaceAll(/\s+/g, " ").trim() || told.type;
}

/** A text of a library for the log, without what looks like a secret. */
export function loggedText(text: string): string {
  return withoutSecrets(withoutParameters(text)).slice(0, mostLetters);
}

/** Drizzle puts every value of a failed statement into its message. */
function withoutParameters(message: string): string {
  return message.split(/\nparams: /)[0] ?? "";
}

const secrets = [
  /(?<=:\/\/)[^\s/@]+@/g,
  /(?<=\b(?:bearer|basic|token)\s+)[\w.~+/=-]{6,}/gi,
  /\b(?:gh[a-z]_|github_pat_|ATATT|ATCTT)[\w=-]+/g,
  /\breset_[\w-]{20,}/g,
  /\bv1\.[\w-]{8}\.[\w-]+\.[\w-]+\.[\w-]*/g,
];

/** Takes out what looks like credentials: in addresses, in headers, by the trackers' own prefixes. */
function withoutSecrets(text: string): string {
  return secrets.reduce((left, pattern) => left.replaceAll(pattern, "[redacted]"), text);
}

/** Where it happened; the lines before the first frame repeat the message. */
function framesOf({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
