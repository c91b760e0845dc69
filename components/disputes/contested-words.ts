import { bandEnds, contestedOf } from "@/components/balance/share-words";
import { formatCount } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";

/** How many are contested, and what that leaves open of the last twelve weeks. */
export function contestedSentence(total: number, balance: Balance | undefined, locale: string) {
  const contested = `${formatCount(total, "item", locale)} ${total === 1 ? "is" : "are"} contested`;
  const band = balance?.totals.contested.band?.feature;
  if (!balance || !band) return `${contested}.`;
  const [least, most] = bandEnds(band, locale);
  const among = formatCount(contestedOf(balance.totals), "item", locale);
  return `${contested}. With ${among} of them open, new features were between ${least} and ${most} of the last 12 weeks.`;
}
