import { daysWords } from "@/components/balance/comparison-words";
import { pointsWords, tenthsOf } from "@/components/balance/points-words";
import { featureWords } from "@/components/balance/share-words";
import { groupingNames } from "@/components/items/group-words";
import { formatAmount, formatCount } from "@/components/ui/format";
import type { Movers } from "@/lib/contracts/movers";
import { type Counts, classifiedOf, type Measure } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import type { MoverLine } from "./mover-lines";

const subjects: Record<Measure, string> = {
  done: "New features",
  opened: "New features among what was opened",
  open: "New features among what is open",
};

/** Below a whole point, what went the other way is left to the list. */
const worthTelling = 10;

/** Which way the feature share went, how far, and which groups did most for and against it. */
export function moversSentence(answer: Movers, lines: MoverLine[], locale: string): string {
  const { before, after, change, measure } = answer;
  if (change === null) return nothingWords(answer, locale);
  const tenths = tenthsOf(change);
  const subject = subjects[measure];
  const against = `against ${daysWords(before, measure, locale)}`;
  const told = toldWords(lines, tenths, locale);
  if (tenths === 0) return `${subject} kept their share ${against}${told}.`;
  const way = `${tenths > 0 ? "rose" : "fell"} ${pointsWords(tenths, locale)}`;
  const [then, now] = [before, after].map(({ shares }) => featureWords(shares.feature, locale));
  return `${subject} ${way} ${against}, from ${then} to ${now}${told}.`;
}

function nothingWords({ before, after, measure }: Movers, locale: string): string {
  const empty = before.shares.feature === null ? before : after;
  const days = daysWords(empty, measure, locale);
  return `Nothing to compare: no share can be given for ${days}, where nothing is classified.`;
}

function toldWords(lines: MoverLine[], change: number, locale: string): string {
  const direction = change < 0 ? -1 : 1;
  const named = lines.filter(({ key }) => key !== "rest");
  const bySize = named.toSorted((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
  const main = bySize.find(({ tenths }) => tenths * direction > 0);
  const counter = bySize.find(({ tenths }) => tenths * direction <= -worthTelling);
  const words = [main, counter].flatMap((line) => (line ? [didWords(line, locale)] : []));
  return words.length > 0 ? `: ${words.join(", ")}` : "";
}

function didWords({ spoken, tenths }: MoverLine, locale: string): string {
  return `${spoken} ${tenths > 0 ? "gave" : "took"} ${pointsWords(tenths, locale)}`;
}

/** What the list counts and how, beneath it. */
export function moversNote(answer: Movers, locale: string): string {
  const { by, apportioned, unit, before, after } = answer;
  const group = groupingNames[by].toLowerCase();
  const { noun, lacking } = unitWords[unit];
  const together = "The points of all lines add up to the change.";
  const counts = `Before and after: new features of all classified ${noun}s.`;
  const parts = apportioned ? ` An item with several ${group}s counts in equal parts in each.` : "";
  const direct = by === "epic" ? " The epic of an item is its direct parent." : "";
  const without = before.unestimated + after.unestimated;
  const unestimated =
    without > 0 ? ` ${formatCount(without, "item", locale)} ${lacking} add no ${noun}s.` : "";
  return `${together} ${counts}${parts}${direct}${unestimated}`;
}

/** `12 of 30`: new features of what is classified. */
export function featuresWords(counts: Counts, locale: string): string {
  return `${formatAmount(counts.feature, locale)} of ${formatAmount(classifiedOf(counts), locale)}`;
}
