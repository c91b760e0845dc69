import pino, { type Logger } from "pino";
import type { Env } from "@/lib/env";

/** Structured logs on standard error, so that standard output stays for the person who started it. */
export function createLog(level: Env["LOG_LEVEL"]): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          "token",
          "authorization",
          "credential",
          "*.token",
          "*.authorization",
          "*.credential",
        ],
        censor: "[redacted]",
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
