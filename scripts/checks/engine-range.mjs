/**
 * Whether a full version lies in a range of the forms packages use for their engines:
 * `>=20.9.0`, `^20.19 || >=22`, `>= 10.x`, `20 || 22`, `~6.1`, `>=12 <21`, `10 - 12`, `*`.
 * @param {string} version such as `20.19.0`
 * @param {string} range
 * @throws {Error} for a form not named here: an unknown one must not pass in silence
 */
export function satisfiesRange(version, range) {
  const parts = numbers(version);
  return range.split("||").some((alternative) => {
    const spaced = alternative
      .replace(/(\S+)\s+-\s+(\S+)/, ">=$1 <=$2")
      .replace(/([<>=^~])\s+/g, "$1");
    return spaced.split(/\s+/).every((comparator) => satisfies(parts, comparator));
  });
}

/**
 * @param {number[]} version
 * @param {string} comparator
 */
function satisfies(version, comparator) {
  const found = /^(>=|<=|>|<|\^|~|=)?v?((?:\d+|x|\*)(?:\.(?:\d+|x|\*))*)?$/i.exec(comparator);
  if (!found) throw new Error(`Cannot read the version range "${comparator}".`);
  const given = numbers(found[2] ?? "");
  const order = compare(version, given);
  switch (found[1] ?? "") {
    case ">=":
      return order >= 0;
    case ">":
      return compare(version.slice(0, given.length), given) > 0;
    case "<":
      return order < 0;
    case "<=":
      return compare(version.slice(0, given.length), given) <= 0;
    case "^":
      return order >= 0 && version[0] === given[0];
    case "~":
      return order >= 0 && startsWith(version, given.slice(0, 2));
    default:
      return startsWith(version, given);
  }
}

/**
 * @param {string} text `20.x` gives [20]: what stands for any number ends the list
 * @returns {number[]}
 */
function numbers(text) {
  const parts = text.split(".").map(Number);
  const any = parts.findIndex((part, index) => Number.isNaN(part) || text.split(".")[index] === "");
  return any === -1 ? parts : parts.slice(0, any);
}

/**
 * @param {number[]} a
 * @param {number[]} b missing parts count as 0
 */
function compare(a, b) {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * @param {number[]} version
 * @param {number[]} start
 */
function startsWith(version, start) {
  return start.every((part, index) => version[index] === part);
}
