import type { Measure, Unit } from "@/lib/domain/balance";
import { AppError } from "@/lib/errors";

/** Errors: `invalid_request` naming `unit` where it is not known yet of what is measured. */
export function requireKnownUnit(measure: Measure, unit: Unit): void {
  if (unit !== "effort_days" || measure === "done") return;
  const message = "Effort is known once an item is done: ask for it with measure=done.";
  throw new AppError("invalid_request", message, { fields: { unit: message } });
}
