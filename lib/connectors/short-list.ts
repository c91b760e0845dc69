import { UpstreamError } from "@/lib/errors";

/**
 * What a walk ends with whose list stopped before its newest record. Where nothing at all came after
 * the point that another walk had reached, all of it may have been deleted since, or not: only a walk
 * from the beginning can tell.
 */
export function listEndsEarly({ isNothingLeft }: { isNothingLeft: boolean }): UpstreamError {
  return isNothingLeft
    ? new UpstreamError(
        "cursor_expired",
        "Nothing is left after the point the last walk had reached. Start a full sync.",
      )
    : new UpstreamError(
        "malformed",
        "The issue list ended before its newest issue. Try again later.",
      );
}
