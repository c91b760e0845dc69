import { AppError, UpstreamError } from "@/lib/errors";

/** One sentence for the person on what stopped a run. The text of an unknown error stays inside. */
export function describeFailure(error: unknown): string {
  if (error instanceof UpstreamError || error instanceof AppError) return error.message;
  return "Something went wrong on our side. What was read so far is kept; the log says more.";
}
