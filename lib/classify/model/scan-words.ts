/** One word of a text, normalised, with its place in the text as it stands (UTF-16 units). */
export type Word = { text: string; start: number; end: number };

const longestWord = 40;
const identifier = /[a-z0-9][A-Z]|_/;
const failureType = /(?:Exception|Error)$/;
const onlyDigits = /^[0-9]+$/;
/** Most words: nothing to normalise. */
const plainWord = /^[a-z]+$/;

/** Letters, digits and `_` of any script; not punctuation, symbols, or the halves of an emoji. */
function isWordUnit(unit: number): boolean {
  if (unit < 0xc0) {
    const letter = unit | 0x20;
    return (letter >= 97 && letter <= 122) || (unit >= 48 && unit <= 57) || unit === 95;
  }
  if (unit >= 0x2000 && unit <= 0x2bff) return false;
  if (unit >= 0x3000 && unit <= 0x303f) return false;
  if (unit >= 0xd800 && unit <= 0xdfff) return false;
  return !(unit >= 0xff00 && unit <= 0xff0f) && unit !== 0xd7 && unit !== 0xf7 && unit !== 0xfffd;
}

/** What repositories share of a word: numbers are one, names in code are one. */
function normalise(raw: string): string {
  if (plainWord.test(raw)) return raw;
  if (onlyDigits.test(raw)) return "#";
  if (identifier.test(raw)) return failureType.test(raw) ? "<failure>" : "<name>";
  return raw
    .toLowerCase()
    .replace("\u2019", "'")
    .replace(/[0-9]+/g, "#");
}

function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019;
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length) {
    if (isWordUnit(text.charCodeAt(end))) end += 1;
    else if (isApostrophe(text.charCodeAt(end)) && isWordUnit(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

/** The first words of a text, question and exclamation marks among them. Linear in the text. */
export function scanWords(text: string, most: number): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length && words.length < most) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) {
      const end = endOfWord(text, at);
      words.push({
        text: normalise(text.slice(at, Math.min(end, at + longestWord))),
        start: at,
        end,
      });
      at = end;
    } else {
      if (unit === 63 || unit === 33) words.push({ text: text.charAt(at), start: at, end: at + 1 });
      at += 1;
    }
  }
  return words;
}
