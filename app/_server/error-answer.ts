import type { ErrorBody } from "@/lib/contracts/common";
import { AppError, errorStatus } from "@/lib/errors";
import { databaseFaultOf } from "./database-faults";
import { getRuntime } from "./runtime";

/** An error as the contract's answer. The text of an unknown error goes to the log, not out. */
export async function errorAnswer(error: unknown): Promise<Response> {
  const known = toAppError(error);
  // Who runs the server has to know of a database that is away; of a long statement, who asked.
  if (!known || (error !== known && databaseFaultOf(error) === "gone")) await report(error);
  const { code, message, fields, retryAfterSeconds, allow } = known ?? unknownError;
  const body: ErrorBody = { error: { code, message, ...(fields && { fields }) } };
  const headers = new Headers();
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (allow !== undefined) headers.set("allow", allow.join(", "));
  return Response.json(body, { status: errorStatus[code], headers });
}

const unknownError = new AppError(
  "internal",
  "Something went wrong on our side. Please try again.",
);

/** What an error says to who asked; null where that is nothing. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const fault = databaseFaultOf(error);
  return fault === null ? null : databaseFaults[fault](error);
}

function takesTooLong(cause: unknown): AppError {
  return new AppError(
    "unavailable",
    "The database needs too long for this answer. Ask for a shorter period, or with fewer filters.",
    { retryAfterSeconds: 30, cause },
  );
}

function isAway(cause: unknown): AppError {
  return new AppError("unavailable", "The database cannot be reached just now. Please try again.", {
    retryAfterSeconds: 5,
    cause,
  });
}

const databaseFaults = { cancelled: takesTooLong, gone: isAway };

async function report(error: unknown): Promise<void> {
  const { log } = await getRuntime();
  log.error({ err: error }, "a request failed");
}
