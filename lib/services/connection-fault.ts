import { AppError, type UpstreamError } from "@/lib/errors";

type Field = "repository" | "token" | "apiUrl";

/** A failed connection check as 422, with the sentence at the input that it is about. */
export function connectionFault(error: UpstreamError, given: { apiUrl: boolean }): AppError {
  const field = fieldAtFault(error, given);
  return new AppError("unprocessable", error.message, {
    fields: { [field]: error.message },
    cause: error,
  });
}

function fieldAtFault({ reason }: UpstreamError, given: { apiUrl: boolean }): Field {
  switch (reason) {
    case "not_found":
    case "gone":
    case "cursor_expired":
      return "repository";
    case "unauthorized":
    case "forbidden":
    case "rate_limited":
      return "token";
    case "unreachable":
    case "host_not_allowed":
    case "malformed":
      return given.apiUrl ? "apiUrl" : "repository";
  }
}
