/**
 * The SQLSTATE of a failure that lies in what was written (a value, a size, a constraint), null for
 * every other. A missing parent row (23503) is none: the source was deleted meanwhile.
 */
export function dataFaultOf(error: unknown): string | null {
  const code = sqlStateOf(error);
  return code !== null && /^(22|23|54)/.test(code) && code !== "23503" ? code : null;
}

/** The SQLSTATE that a failed statement carries, inside whatever wraps it. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
    if ("code" in cause && /^[0-9A-Z]{5}$/.test(String(cause.code))) return String(cause.code);
    cause = cause.cause;
  }
  return null;
}
