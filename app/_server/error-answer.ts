import { z } from "zod";
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
  if (fault !== null) return databaseFaults[fault](error);
  return error instanceof z.ZodError ? invalidRequest(error) : null;
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

function invalidRequest(error: z.ZodError): AppError {
  const faults = error.issues.flatMap(faultsOf);
  const [first] = faults;
  return new AppError("invalid_request", first?.message ?? "The request is not valid.", {
    fields: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
  });
}

function faultsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      return { field: fieldAt([...issue.path, key]), message: `${key} is not known here.` };
    });
  }
  return [{ field: fieldAt(issue.path), message: issue.message }];
}

/** `source.repository`. Which of a list's values is at fault is the list's affair. */
function fieldAt(path: readonly PropertyKey[]): string {
  const last = path.findLastIndex((part) => typeof part !== "number");
  return (
    path
      .slice(0, last + 1)
      .map(String)
      .join(".") || "body"
  );
}

async function report(error: unknown): Promise<void> {
  const { log } = await getRuntime();
  log.error({ err: error }, "a request failed");
}
