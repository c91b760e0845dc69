import { formatDay } from "@/components/ui/format";
import type { Agreement } from "@/lib/contracts/agreements";
import { shortTerms } from "./agreement-words";

type Days = { startsOn: string; endsOn: string };

/**
 * What accepting an exception for these days ends besides, in a sentence: those in force whose days it
 * shares, and of each all of its days. Null where there is none.
 */
export function replacedSentence(
  { startsOn, endsOn }: Days,
  exceptions: Agreement[],
  locale: string,
): string | null {
  const replaced = exceptions.flatMap(({ state, exception, ...terms }) =>
    state === "in_force" &&
    exception !== null &&
    exception.startsOn <= endsOn &&
    startsOn <= exception.endsOn
      ? [`${shortTerms(terms, locale)} from ${daysOf(exception, locale)}`]
      : [],
  );
  if (replaced.length === 0) return null;
  const which = new Intl.ListFormat("en", { type: "conjunction" }).format(replaced);
  return `Once accepted, it takes the place of ${which}, on all of ${replaced.length === 1 ? "its" : "their"} days that are still to come.`;
}

function daysOf({ startsOn, endsOn }: Days, locale: string): string {
  return `${formatDay(startsOn, locale)} to ${formatDay(endsOn, locale)}`;
}
