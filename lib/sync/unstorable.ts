const mostIdBytes = 1000;

/**
 * Why Postgres could not store a mapped item (a NUL, half of a surrogate pair, a date outside the
 * calendar, a number that is none), as `field: reason`; null where it can.
 */
export function unstorable(value: unknown, field = "the record"): string | null {
  switch (typeof value) {
    case "string":
      return isStorableText(value) ? null : `${field}: a character that cannot be stored`;
    case "number":
      return Number.isFinite(value) ? null : `${field}: not a number`;
    case "object":
      if (value instanceof Date) return isStorableDate(value) ? null : `${field}: not a date`;
      return value === null ? null : firstUnstorable(value);
    default:
      return null;
  }
}

function firstUnstorable(parent: object): string | null {
  for (const [name, child] of Object.entries(parent)) {
    const why = unstorable(child, name);
    if (why !== null) return why;
  }
  return null;
}

/** Whether a tracker's id can be a key: an index entry holds about 2,700 bytes. */
export function isStorableId(id: string): boolean {
  return id !== "" && isStorableText(id) && Buffer.byteLength(id) <= mostIdBytes;
}

/** The text with what cannot be stored replaced, and cut: for telling people about it. */
export function tellable(text: string): string {
  return text.slice(0, 200).toWellFormed().replaceAll("\u0000", "\uFFFD");
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

/** ISO texts of other years have a form that Postgres does not read. */
function isStorableDate(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
