/**
 * Whether a text is like a pattern in which `*` stands for any run of letters and `?` for one.
 * Goes back to the last star only, so the time is at most the product of both lengths.
 */
export function isLike(text: string, pattern: string): boolean {
  let at = 0;
  let of = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (of < pattern.length && pattern[of] === "*") {
      star = of;
      resume = at;
      of += 1;
    } else if (of < pattern.length && (pattern[of] === "?" || pattern[of] === text[at])) {
      at += 1;
      of += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      of = star + 1;
    } else return false;
  }
  while (pattern[of] === "*") of += 1;
  return of === pattern.length;
}
