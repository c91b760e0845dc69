import type { ReadingStep } from "../label-reading";
import type { LabelWord } from "../label-words";
import { awaitingWords, negationWords } from "../lexicon/label-grammar";

const denied = new Set(["bug", "bugs", "defect", "regression", "error", "problem"]);
const gluedDenials = new Set(["notabug", "nobug", "nonbug", "notbug", "notadefect"]);
const denial = {
  kind: "invalid",
  phrase: "not a bug",
  confidence: 0.8,
  weak: false,
  denial: true,
} as const;

/** "not our bug" denies it, "non-critical bug" and "not sure if bug" do not. */
function denies(words: LabelWord[], negation: number): boolean {
  const rest = words.slice(negation + 1).map(({ text }) => text);
  const reach = words[negation]?.text === "not" ? rest : rest.slice(0, 1);
  return reach.some((text) => denied.has(text)) && !rest.includes("sure");
}

/**
 * "not a bug" and "feature, not a bug" deny one thing and affirm none; any other "not …", and
 * what an item waits for ("needs docs", "waiting for feature"), says nothing.
 */
export function readDenial(words: LabelWord[]): ReadingStep {
  if (words.some(({ text }) => gluedDenials.has(text))) return denial;
  const negation = words.findIndex(({ text }) => negationWords.has(text));
  if (negation >= 0) return denies(words, negation) ? denial : "silent";
  return words.some(({ text }) => awaitingWords.has(text)) ? "silent" : null;
}
