/** One word of a label; `afterMark` when a mark such as `/` or `:` parts it from the word before. */
export type LabelWord = { text: string; afterMark: boolean };

/** Labels longer than this say nothing more; the limit bounds the time on hostile ones. */
const longestLabel = 120;

const shortcode = /(?<![\p{L}\p{N}]):[a-z0-9_+-]{1,40}:/giu;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\u{20e3}/gu;
const accent = /[\u0300-\u036f]/g;
const apostrophe = /['’‘`´]/g;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const mark = /[/\\:|()[\]{}=,;&+»>※【】]|\s[-–—]\s?|[-–—]\s/;

/** One spelling for all: compatibility forms, case, accents, apostrophes and pictures are gone. */
function plain(text: string): string {
  return text
    .replace(pictograph, " ")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accent, "")
    .normalize("NFC")
    .replace(apostrophe, "");
}

function wordsOf(text: string): LabelWord[] {
  const words: LabelWord[] = [];
  let end = 0;
  let marked = false;
  for (const match of text.matchAll(word)) {
    marked ||= mark.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === "and" || match[0] === "or") {
      marked = true;
    } else {
      words.push({ text: match[0], afterMark: marked && words.length > 0 });
      marked = false;
    }
  }
  return words;
}

/**
 * The words of a label or a short phrase, at most its first 120 characters.
 * Emoji and `:shortcodes:` are left out, unless a shortcode is all there is (`:bug:`).
 */
export function labelWords(label: string): LabelWord[] {
  const text = label.slice(0, longestLabel);
  const words = wordsOf(plain(text.replace(shortcode, " ")));
  return words.length > 0 ? words : wordsOf(plain(text));
}

/**
 * The words without anything between them: the key under which the lexicon knows a phrase.
 * Initials stay apart, since Q&A is not QA.
 */
export function squash(words: readonly LabelWord[]): string {
  let key = "";
  let lastLength = 0;
  for (const { text } of words) {
    key += lastLength === 1 && text.length === 1 ? ` ${text}` : text;
    lastLength = text.length;
  }
  return key;
}
