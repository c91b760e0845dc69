import { cues } from "./cues";
import type { FeatureViews, Place } from "./feature-view";
import { hashSeed, hashText } from "./hash";
import { type BodyReading, readBody } from "./read-body";
import { scanWords, type Word } from "./scan-words";

/** What the model reads of an item. */
export type ItemText = { title: string; body: string | null };

/** The words of each part that were read: without any there is nothing to answer. */
export type ReadWords = { title: readonly Word[]; body: readonly Word[] };

const titleLength = 300;
const titleWords = 60;
const bodyWords = 250;
const gramLengths = [3, 4, 5] as const;

/** Each view's share of the whole; measured, see the decision on the text model. */
const viewLength = { titleWords: 1, titleGrams: 0.6, bodyWords: 1, structure: 0.5, cues: 0.7 };

/** A hash seed for each kind of feature: "fix" in a title is not "fix" in a body. */
const seed = {
  titleWord: hashSeed(1),
  titlePair: hashSeed(2),
  titleFirst: hashSeed(3),
  bodyWord: hashSeed(5),
  bodyPair: hashSeed(6),
  mark: hashSeed(9),
  heading: hashSeed(10),
  titleCue: hashSeed(11),
  bodyCue: hashSeed(12),
  gram: hashSeed(20),
};

/** Words and pairs of neighbours; the title's first and last pair know that they are. */
function addWords(
  views: FeatureViews,
  words: readonly Word[],
  place: Place,
  seeds: { word: number; pair: number },
): void {
  let before = "^";
  let start = 0;
  for (const word of words) {
    views.add(hashText(seeds.word, word.text), place, word.start, word.end);
    const pair = hashText(hashText(seeds.pair, before) ^ 32, word.text);
    views.add(pair, place, before === "^" ? word.start : start, word.end);
    before = word.text;
    start = word.start;
  }
}

function addTitle(views: FeatureViews, title: string): readonly Word[] {
  const words = scanWords(title, titleWords);
  addWords(views, words, "title", { word: seed.titleWord, pair: seed.titlePair });
  const first = words[0];
  const last = words.at(-1);
  if (first) views.add(hashText(seed.titleFirst, first.text), "title", first.start, first.end);
  if (last) {
    const pair = hashText(hashText(seed.titlePair, last.text) ^ 32, "$");
    views.add(pair, "title", last.start, last.end);
  }
  views.close(viewLength.titleWords);
  return words;
}

/** Lower case of the same length, so that places stay; digits are one. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/[0-9]/g, "0");
}

/** Pieces of words carry over to words that no repository had, and to other inflections. */
function addTitleGrams(views: FeatureViews, title: string): void {
  const text = ` ${plain(title.slice(0, 200))} `;
  for (const length of gramLengths) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const hash = hashText(seed.gram + length, text, at, at + length);
      views.add(hash, "title", Math.max(0, at - 1), Math.min(text.length - 2, at - 1 + length));
    }
  }
  views.close(viewLength.titleGrams);
}

function addStructure(views: FeatureViews, reading: BodyReading, length: number, words: number) {
  for (const mark of reading.marks) views.add(hashText(seed.mark, mark), null, 0, 0);
  for (const words of reading.headings) views.add(hashText(seed.heading, words), null, 0, 0);
  views.add(hashText(seed.mark, `length ${bitsOf(length)}`), null, 0, 0);
  views.add(hashText(seed.mark, `words ${Math.min(words, 12)}`), null, 0, 0);
  views.close(viewLength.structure);
}

/** How many binary digits a number has: a coarse logarithm without rounding. */
function bitsOf(value: number): number {
  return 32 - Math.clz32(Math.min(value, 1 << 14));
}

function addCues(views: FeatureViews, title: string, prose: string): void {
  for (const [name, pattern] of cues) {
    addCue(views, hashText(seed.titleCue, name), "title", pattern.exec(title));
    addCue(views, hashText(seed.bodyCue, name), "body", pattern.exec(prose));
  }
  views.close(viewLength.cues);
}

function addCue(views: FeatureViews, hash: number, place: Place, match: RegExpExecArray | null) {
  if (match) views.add(hash, place, match.index, match.index + match[0].length);
}

/**
 * Reads a text's features into `views`: words and pairs of title and body, pieces of the title's
 * words, the body's structure, and cues. Never throws; time is bounded whatever the length.
 */
export function readFeatures(views: FeatureViews, { title, body }: ItemText): ReadWords {
  views.clear();
  const head = title.slice(0, titleLength);
  const words = addTitle(views, head);
  addTitleGrams(views, head);
  const reading = readBody(body ?? "");
  const bodyScan = scanWords(reading.prose, bodyWords);
  addWords(views, bodyScan, "body", { word: seed.bodyWord, pair: seed.bodyPair });
  views.close(viewLength.bodyWords);
  addStructure(views, reading, body?.length ?? 0, words.length);
  addCues(views, head, reading.prose);
  return { title: words, body: bodyScan };
}
