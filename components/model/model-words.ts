import { formatAmount, formatCount, formatShare, wholePercent } from "@/components/ui/format";
import type { Learning, Model, Rate } from "@/lib/contracts/model";
import { categoryOrNone } from "@/lib/domain/category";
import type { Evidence } from "@/lib/domain/classification";
import { categoryWords } from "@/lib/domain/glossary";
import type { JudgedSelection } from "./judged-parameters";

/** How good the model has been, in a sentence. */
export function accuracyWords({ own, fewest }: Model, locale: string): string {
  const of = `the model was right about ${formatAmount(own.right, locale)} of ${formatCount(own.n, "corrected item", locale)}`;
  if (own.accuracy === null) {
    return `Before it learnt them, ${of}: too few to say how good it is, which takes ${fewest}.`;
  }
  const share = formatShare(own.accuracy, locale);
  return `Before it learnt them, ${of}: ${share} (${intervalWords(own, locale)}).`;
}

/** What learning here has changed, as a count: a difference of few is chance. */
export function gainWords({ own, shared }: Model, locale: string): string {
  const gain = own.right - shared.right;
  const alone = `the shared model alone would have been right about ${formatAmount(shared.right, locale)}`;
  if (gain === 0) return `What it had learnt here changed nothing in sum: ${alone} too.`;
  const count = formatAmount(Math.abs(gain), locale);
  return `What it had learnt here made ${count} ${gain > 0 ? "more" : "fewer"} right: ${alone}.`;
}

/** `66 to 88%`, the range in which the truth lies with 95 % probability; empty of too few. */
export function intervalWords({ interval }: Rate, locale: string): string {
  if (interval === null) return "";
  return `${wholePercent(interval.low)} to ${formatShare(interval.high, locale)}`;
}

/** `41 of 52`, and that they are few where they are. */
export function rateWords({ n, right, accuracy }: Rate, locale: string): string {
  const counts = `${formatAmount(right, locale)} of ${formatAmount(n, locale)}`;
  return accuracy === null ? `${counts}, too few to say` : counts;
}

/** What the model makes of what people decide here, and when. */
export function learningWords({ learnt, waiting, underWay }: Learning, locale: string): string {
  const known =
    learnt === 0
      ? "The text model has learnt nothing from this product yet"
      : `The text model has learnt from ${formatCount(learnt, "correction", locale)} of this product`;
  if (underWay) return `${known}. All items are just being decided again by what is new.`;
  if (waiting === 0) return `${known}.`;
  const wait = waiting === 1 ? "is new and is" : "are new and are";
  return `${known}; ${formatAmount(waiting, locale)} ${wait} learnt once nobody has decided anything for five minutes.`;
}

/** Where corrections have changed what the model says of an item: what it would have said. */
export function learntWords(evidence: readonly Pick<Evidence, "field" | "value">[]): string | null {
  const before = evidence.find(({ field }) => field === "correction")?.value;
  const category = categoryOrNone.find((one) => one === before);
  if (category === undefined) return null;
  return `learnt from corrections here, else ${categoryWords[category].name}`;
}

/** `50% to under 60%`. */
export function bandWords({ from, to }: { from: number; to: number }, locale: string): string {
  if (from === 0) return `under ${formatShare(to, locale)}`;
  if (to === 1) return `${formatShare(from, locale)} and more`;
  return `${formatShare(from, locale)} to under ${formatShare(to, locale)}`;
}

/** What is asked for, in words, over the list of its items. */
export function selectionWords(selection: JudgedSelection, locale: string): string {
  const { said, corrected, right, from, to, month } = selection;
  const parts = [
    said && `the model said ${categoryWords[said].name}`,
    corrected && `people decided ${categoryWords[corrected].name}`,
    right !== null && (right ? "the model was right" : "the model was wrong"),
    (from !== null || to !== null) &&
      `it was ${bandWords({ from: from ?? 0, to: to ?? 1 }, locale)} sure`,
    month && `decided in ${month}`,
  ].filter((part) => typeof part === "string");
  if (parts.length === 0) return "Corrected items";
  return `Corrected items: ${parts.join(", ")}`;
}
