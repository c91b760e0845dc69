import { RE2JS, RE2JSException } from "re2js";

const beyondRe2 = /\(\?<?[=!]|\\[1-9k]/;
const unknownHere = "look-around and backreferences are not known here";

export type TextTest = (text: string) => boolean;
export type SafePattern = { ok: true; test: TextTest } | { ok: false; message: string };

const longestPattern = 500;
/** Instructions of the compiled pattern: its part in the time of one match. */
const largestProgram = 500;
/** A text's part in it: what follows is not looked at. */
const longestText = 2000;

/**
 * A regular expression that cannot run away: matched in time linear in the text (RE2), over at most
 * 2,000 letters of it. Backreferences and look-around, which RE2 does not have, are refused.
 */
export function compilePattern(
  source: string,
  { caseSensitive }: { caseSensitive: boolean },
): SafePattern {
  if (source.length > longestPattern) {
    return refused(`is longer than ${longestPattern} letters`);
  }
  try {
    const pattern = RE2JS.compile(source, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    if (pattern.programSize() > largestProgram) return refused("would take too long to match");
    return { ok: true, test: (text) => pattern.test(text.slice(0, longestText)) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const isBeyond = beyondRe2.test(source);
    return refused(`is not valid: ${isBeyond ? unknownHere : explained(error.message)}`);
  }
}

function refused(why: string): SafePattern {
  return { ok: false, message: `The regular expression ${why}.` };
}

/** RE2's own words without the pattern, which the person has before them. */
function explained(message: string): string {
  const [, what = message] = /^error parsing regexp: ([^:`]+)/.exec(message) ?? [];
  return what.trim();
}
