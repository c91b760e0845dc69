import pino, { type DestinationStream, type Logger } from "pino";
import type { Env } from "@/lib/env";
import { loggedError } from "./log-error";

const secretFields = ["token", "authorization", "credential"];

/**
 * Structured logs, on standard error unless said otherwise, so that standard output stays for the
 * person who started it. Errors are told by an allow-list.
 */
export function createLog(
  level: Env["LOG_LEVEL"],
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: (error) => loggedError(error), cause: (error) => loggedError(error) },
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`]),
        censor: "[redacted]",
      },
    },
    destination,
  );
}
