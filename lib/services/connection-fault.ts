import { AppError, type UpstreamError } from "@/lib/errors";

/** A failed connection check as 422, with the sentence at the input that it is about. */
export function connectionFault(error: UpstreamError, field: string): AppError {
  return new AppError("unprocessable", error.message, {
    fields: { [field]: error.message },
    cause: error,
  });
}

/** An input that cannot be meant, as 422. */
export function inputFault(field: string, message: string): AppError {
  return new AppError("unprocessable", message, { fields: { [field]: message } });
}
