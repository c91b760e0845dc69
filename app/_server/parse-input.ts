import type { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * What was sent, as a schema reads it. Errors: `invalid_request` naming each field at fault. What is
 * stored and cannot be read is no fault of whoever asks, and is not read here.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error);
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
