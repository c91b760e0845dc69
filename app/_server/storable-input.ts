import { isStorable, unstorable } from "@/lib/contracts/common";
import { AppError } from "@/lib/errors";

/**
 * Refuses what no text column holds (NUL, half a character) wherever it stands in an input, in names as
 * in values, so that no schema can forget to. Errors: `invalid_request` naming the field.
 */
export function requireStorable(input: unknown): void {
  // Not by recursion: a body may be nested deeper than the stack.
  const left: { field: string; value: unknown }[] = [{ field: "", value: input }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { field, value } = next;
    if (typeof value === "string" && !isStorable(value)) throw notStorable(field);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (!isStorable(name)) throw notStorable(field);
      const isIndex = Array.isArray(value);
      left.push({ field: isIndex ? field : `${field}${field && "."}${name}`, value: part });
    }
  }
}

/**
 * What no column holds names nothing that is stored, and a statement would fail at it. Errors:
 * `not_found`.
 */
export function requireFindable(params: unknown): void {
  // Next hands over nothing at all where the address names nothing.
  const names = Object.values(params ?? {})
    .flat()
    .map(String);
  if (names.every(isStorable)) return;
  throw new AppError("not_found", "There is nothing at this address.");
}

function notStorable(field: string): AppError {
  return new AppError("invalid_request", unstorable, { fields: { [field || "body"]: unstorable } });
}
