import { z } from "zod";
import type { ErrorBody } from "@/lib/contracts/common";
import { AppError, errorStatus } from "@/lib/errors";
import { getRuntime } from "./runtime";

/** An error as the contract's answer. The text of an unknown error goes to the log, not out. */
export async function errorAnswer(error: unknown): Promise<Response> {
  const known = toAppError(error);
  if (!known) await report(error);
  const { code, message, fields } = known ?? unknownError;
  const body: ErrorBody = { error: { code, message, ...(fields && { fields }) } };
  return Response.json(body, { status: errorStatus[code] });
}

const unknownError = new AppError(
  "internal",
  "Something went wrong on our side. Please try again.",
);

function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof z.ZodError ? invalidRequest(error) : null;
}

function invalidRequest(error: z.ZodError): AppError {
  const faults = error.issues.flatMap(faultsOf);
  const [first] = faults;
  return new AppError("invalid_request", first?.message ?? "The request is not valid.", {
    fields: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
  });
}

function faultsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((field) => ({ field, message: `${field} is not known here.` }));
  }
  const [first, ...inner] = issue.path.map(String);
  return [{ field: first ?? "body", message: `${issue.message}${placeOf(inner)}` }];
}

/** Where inside the field: `rules.3.when.matches` is the fourth rule's expression. */
function placeOf(inner: string[]): string {
  return inner.length < 2 ? "" : ` (${inner.join(".")})`;
}

async function report(error: unknown): Promise<void> {
  const { log } = await getRuntime();
  log.error({ err: error }, "a request failed");
}
