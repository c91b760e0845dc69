/** What Postgres says of a statement that ran into its time limit. */
const cancelled = ["57014"];

/** What Postgres or its driver says where there is no connection, or no longer. */
const gone = [
  ...["57P01", "57P02", "57P03", "53300"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
];
/** The network's own words, which are the database's only where a statement met with them. */
const unreachable = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EPIPE"];

/** Whether a message is Drizzle's of a statement that failed. */
export function isOfStatement(message: string): boolean {
  return message.startsWith("Failed query:");
}

export type DatabaseFault = "cancelled" | "gone";

/** Whether a statement took too long or the database is away, through whatever wrapped the error. */
export function databaseFaultOf(error: unknown): DatabaseFault | null {
  const codes: string[] = [];
  let hasStatement = false;
  let told = error;
  for (let depth = 0; told instanceof Error && depth <= 4; depth++, told = told.cause) {
    hasStatement ||= isOfStatement(told.message);
    if ("code" in told) codes.push(String(told.code));
  }
  if (codes.some((code) => cancelled.includes(code))) return "cancelled";
  const ofConnection = hasStatement ? [...gone, ...unreachable] : gone;
  return codes.some((code) => ofConnection.includes(code)) ? "gone" : null;
}
