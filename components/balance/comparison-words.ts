import { formatDay, formatDayRange } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import type { Days, Measure } from "@/lib/domain/balance";
import { balanceCategories, type CategoryOrNone } from "@/lib/domain/category";
import { pointsWords, signedPoints, tenthsOf } from "./points-words";
import { featureWords } from "./share-words";

/** The days of an answer, or of a stock the last of them. */
export function daysWords({ from, to }: Days, measure: Measure, locale: string): string {
  return measure === "open" ? formatDay(to, locale) : formatDayRange(from, to, locale);
}

/** How the feature share differs from that of the earlier days, in one sentence. */
export function comparisonSentence(earlier: Balance, balance: Balance, locale: string): string {
  const days = daysWords(earlier, earlier.measure, locale);
  const [before, after] = [earlier.totals.shares.feature, balance.totals.shares.feature];
  if (before === null) return `No share can be given for ${days}: nothing there is classified.`;
  if (after === null) return "No share can be given for the days shown: nothing is classified.";
  const tenths = tenthsOf(after - before);
  const now = featureWords(after, locale);
  if (tenths === 0) return `New features have the same share as on ${days}: ${now}.`;
  const points = `${pointsWords(tenths, locale)} ${tenths > 0 ? "above" : "below"}`;
  return `New features are ${points} ${days}: ${now} now, ${featureWords(before, locale)} then.`;
}

/** How the feature share differs from that of another filter on the same days, in one sentence. */
export function besideSentence(
  other: Balance,
  balance: Balance,
  { name, locale }: { name: string; locale: string },
): string {
  const [there, here] = [other.totals.shares.feature, balance.totals.shares.feature];
  if (there === null) return `No share can be given for ${name}: nothing there is classified.`;
  if (here === null) return "No share can be given for what is shown: nothing is classified.";
  const tenths = tenthsOf(here - there);
  const share = featureWords(here, locale);
  if (tenths === 0) return `New features have the same share as in ${name}: ${share}.`;
  const points = `${pointsWords(tenths, locale)} ${tenths > 0 ? "above" : "below"}`;
  return `New features are ${points} ${name}: ${share} here, ${featureWords(there, locale)} there.`;
}

/** The change of a category's share in points; nothing where it is in no share. */
export function shareChange(
  earlier: Balance,
  balance: Balance,
  category: CategoryOrNone,
  locale: string,
): string {
  const counted = balanceCategories.find((one) => one === category);
  if (!counted) return "";
  const [before, after] = [earlier.totals.shares[counted], balance.totals.shares[counted]];
  if (before === null || after === null) return "–";
  return signedPoints(tenthsOf(after - before), locale);
}
