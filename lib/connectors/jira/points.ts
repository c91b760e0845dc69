import { isNamed, isPoints } from "./custom-fields";
import type { CustomFields } from "./record";

/**
 * An issue's estimate. Without a chosen field, the candidates must agree: two different numbers
 * tell nothing, and an unknown is null, never a guess.
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
    .map(([id]) => fields[id])
    .filter((value) => typeof value === "number" && Number.isFinite(value));
  const distinct = [...new Set(values)];
  const [only] = distinct;
  return distinct.length === 1 && typeof only === "number" ? only : null;
}
