/**
 * The instant of a local minute in a time zone. Where clocks go back it is the second of the two:
 * the reading that a client which sends the first would lose items by.
 * @param {string} text `yyyy-MM-dd HH:mm` or `yyyy-MM-dd`
 * @param {string} timeZone
 * @returns {number | null} milliseconds since 1970
 */
export function instantOfLocal(text, timeZone) {
  const match = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?: (\d\d?):(\d\d))?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = "0", minute = "0"] = match;
  const local = Date.UTC(+(year ?? 0), +(month ?? 0) - 1, +(day ?? 0), +hour, +minute);
  const offsets = [local - 86_400_000, local, local + 86_400_000].map((at) => offset(at, timeZone));
  const fitting = offsets
    .map((ms) => local - ms)
    .filter((at) => at + offset(at, timeZone) === local);
  return fitting.length > 0 ? Math.max(...fitting) : local - Math.min(...offsets);
}

/** @param {number} at @param {string} timeZone */
function offset(at, timeZone) {
  const text = new Date(at).toLocaleString("sv-SE", { timeZone });
  return Date.parse(`${text.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

/** As Jira writes instants: no colon in the offset. @param {string} iso */
export function jiraInstant(iso) {
  return new Date(iso).toISOString().replace("Z", "+0000");
}
