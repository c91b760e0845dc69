import { bandEnds } from "@/components/balance/share-words";
import { formatCount } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";

/** How many are contested, and what that leaves open of the last twelve weeks. */
export function contestedSentence(total: number, balance: Balance | undefined, locale: string) {
  const contested = `${formatCount(total, "item", locale)} ${total === 1 ? "is" : "are"} contested`;
  const band = balance?.totals.contested.band?.feature;
  if (!balance || !band) return `${contested}.`;
  const [least, most] = bandEnds(band, locale);
  const settled = total === 1 ? "it is settled" : "they are settled";
  return `${contested}. Until ${settled}, between ${least} and ${most} of what was delivered in the last 12 weeks was new features.`;
}
