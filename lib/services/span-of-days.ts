import { instantsOf } from "@/lib/balance/calendar";
import { AppError } from "@/lib/errors";

/**
 * The instants of a run of days, both included; null is an open end, undefined no limit at all.
 * Errors: `invalid_request` naming `field` where the first day is after the last.
 */
export function spanOfDays(
  from: string | undefined,
  to: string | undefined,
  timeZone: string,
  field: string,
): { startsAt: Date | null; endsAt: Date | null } | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) {
    const message = "The first day is after the last.";
    throw new AppError("invalid_request", message, { fields: { [field]: message } });
  }
  return {
    startsAt: from === undefined ? null : instantsOf({ from, to: from }, timeZone).startsAt,
    endsAt: to === undefined ? null : instantsOf({ from: to, to }, timeZone).endsAt,
  };
}
