import { format } from "node:util";
import type { Logger } from "pino";
import { loggedText } from "./log-error";

/**
 * From now on the log tells what is written to the console: Next writes the errors of pages there as
 * they are, with every value of a failed statement, and so past the log's allow-list.
 */
export function tellConsoleByLog(
  log: Pick<Logger, "error" | "warn">,
  to: Pick<Console, "error" | "warn"> = console,
): void {
  for (const level of ["error", "warn"] as const) {
    to[level] = (...said: unknown[]) => {
      const err = said.find((part) => part instanceof Error);
      const text = loggedText(format(...said.filter((part) => typeof part === "string")));
      log[level]({ from: "console", ...(err !== undefined && { err }) }, text || "an error");
    };
  }
}
