import { isNamed, isPoints } from "./custom-fields";
import type { CustomFields } from "./record";

/**
 * An issue's estimate. Without a chosen field, the candidates must agree: two different numbers
 * tell nothing, and an unknown is null, never a guess. A number below zero is no estimate: shares of
 * amounts that take away from each other mean nothing.
 */
export function pointsOf(
  fields: Record<string, unknown>,
  customFields: CustomFields,
  pointsField: string | null,
): number | null {
  const values = Object.entries(customFields)
    .filter(([id, { name, type }]) =>
      pointsField === null ? isPoints(name, type) : isNamed({ id, name }, pointsField),
    )
    .map(([id]) => (pointsField === null ? fields[id] : plainNumber(fields[id])))
    .filter((value) => typeof value === "number" && Number.isFinite(value) && value >= 0);
  const distinct = [...new Set(values)];
  const [only] = distinct;
  return distinct.length === 1 && typeof only === "number" ? only : null;
}

/** Sites keep estimates in select lists and texts, too: in a field that was chosen, `5` is 5. */
function plainNumber(value: unknown): unknown {
  const isOption = typeof value === "object" && value !== null && "value" in value;
  const told = isOption ? value.value : value;
  return typeof told === "string" && /^\s*\d{1,9}(?:\.\d{1,9})?\s*$/.test(told)
    ? Number(told)
    : told;
}
