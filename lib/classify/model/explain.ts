import type { BalanceCategory } from "@/lib/domain/category";
import type { Calibration, Probabilities } from "./calibration";
import type { FeatureViews } from "./feature-view";
import type { Margins } from "./outputs";
import type { ItemText, ReadWords } from "./read-features";
import type { Word } from "./scan-words";
import type { WeightTable } from "./weight-table";

/** A phrase that spoke for the category, where it stands (UTF-16 units), and how loudly. */
export type TextEvidence = {
  field: "title" | "body";
  text: string;
  start: number;
  end: number;
  /** What it added to the category's log-odds. */
  weight: number;
};

type Verdict = {
  category: BalanceCategory;
  probabilities: Probabilities;
  calibration: Calibration;
};

const mostPhrases = 6;
/** Weaker words decide nothing by themselves. */
const leastWeight = 0.02;

/**
 * The phrases that spoke for the category. Each feature's part in the log-odds is spread evenly over
 * the characters it was read from, a word's weight is the sum over its characters, and neighbouring
 * words that speak for it are one phrase.
 */
export function explain(
  text: ItemText,
  read: ReadWords,
  views: FeatureViews,
  tables: readonly WeightTable[],
  verdict: Verdict,
): TextEvidence[] {
  const slopes = slopesOf(verdict);
  const loudness = { title: loudnessOf(read.title), body: loudnessOf(read.body) };
  views.visit((slot, place, start, end, value) => {
    if (place === null) return;
    let weight = 0;
    for (const table of tables) weight += table.along(slot, slopes);
    if (weight !== 0) spread(loudness[place], start, end, weight * value);
  });
  const phrases = [
    ...phrasesOf("title", text.title, read.title, loudness.title),
    ...phrasesOf("body", text.body ?? "", read.body, loudness.body),
  ];
  return phrases
    .filter(({ weight }) => weight >= leastWeight)
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, mostPhrases);
}

/** How the category's log-odds move with each margin: the gradient of the calibrated answer. */
function slopesOf({ category, probabilities: p, calibration }: Verdict): Margins {
  const { feature, rewrite, techDebt } = calibration;
  const upkeep = p.maintenance + p.rewrite + p.tech_debt;
  const ofUpkeep = (part: number) => (upkeep > 0 ? part / upkeep : 0);
  const isRewrite = category === "rewrite" ? 1 : 0;
  const isDebt = category === "tech_debt" ? 1 : 0;
  if (category === "feature") return [feature.slope, 0, 0];
  return [
    -feature.slope,
    rewrite.slope * (isRewrite - ofUpkeep(p.rewrite)),
    techDebt.slope * (isDebt - ofUpkeep(p.tech_debt)),
  ];
}

/** One number for each character up to the last word's end. */
function loudnessOf(words: readonly Word[]): Float64Array {
  return new Float64Array(words.at(-1)?.end ?? 0);
}

function spread(loudness: Float64Array, start: number, end: number, weight: number): void {
  const last = Math.min(end, loudness.length);
  const each = weight / Math.max(1, end - start);
  for (let at = start; at < last; at += 1) loudness[at] = (loudness[at] ?? 0) + each;
}

function phrasesOf(
  field: "title" | "body",
  text: string,
  words: readonly Word[],
  loudness: Float64Array,
): TextEvidence[] {
  const phrases: TextEvidence[] = [];
  let open: TextEvidence | null = null;
  for (const { start, end } of words) {
    let weight = 0;
    for (let at = start; at < end; at += 1) weight += loudness[at] ?? 0;
    if (weight < leastWeight / 2) {
      open = null;
    } else if (open && start - open.end === 1) {
      open.end = end;
      open.weight += weight;
    } else {
      open = { field, text: "", start, end, weight };
      phrases.push(open);
    }
  }
  return phrases.map((phrase) => ({ ...phrase, text: text.slice(phrase.start, phrase.end) }));
}
