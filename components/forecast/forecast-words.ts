import { formatAmount, formatDay, formatPercent, formatShare } from "@/components/ui/format";
import type { BackTestAnswer, Forecast } from "@/lib/contracts/forecast";
import type { AgreedShares } from "@/lib/domain/agreement";
import { balanceCategories } from "@/lib/domain/category";
import type { ForecastLine, StockRange } from "@/lib/domain/forecast";
import { categoryWords } from "@/lib/domain/glossary";

/** Out of what the band should hold, a tenth more or less is no surprise. */
const expected = { least: 0.75, most: 0.9 };

export const lineNames: Record<ForecastLine, string> = {
  feature: categoryWords.feature.name,
  maintenance: categoryWords.maintenance.name,
  rewrite: categoryWords.rewrite.name,
  tech_debt: categoryWords.tech_debt.name,
  unclassified: categoryWords.unclassified.name,
  together: "All together",
};

/** `60% new features, 40% upkeep`. */
export function dividedWords(shares: AgreedShares, locale: string): string {
  const percent = (share: number) => formatPercent(share, locale);
  const feature = `${percent(shares.feature)} new features`;
  if ("upkeep" in shares) return `${feature}, ${percent(shares.upkeep)} upkeep`;
  const parts = balanceCategories.map((one) =>
    one === "feature"
      ? feature
      : `${percent(shares[one])} ${categoryWords[one].name.toLowerCase()}`,
  );
  return parts.join(", ");
}

/** How completions were divided in the last year: `70% new features of 120 completed`. */
export function actualWords({ history }: Pick<Forecast, "history">, locale: string): string {
  const share = actualFeatureShare({ history });
  if (share === null) return "Nothing was completed in the last year.";
  return `${formatShare(share, locale)} new features in the last ${history.length} weeks`;
}

/** Of what was completed of the four categories in the weeks drawn from; null is "no data". */
export function actualFeatureShare({ history }: Pick<Forecast, "history">): number | null {
  const done = (category: (typeof balanceCategories)[number]) =>
    history.reduce((sum, { completions }) => sum + completions[category], 0);
  const all = balanceCategories.reduce((sum, category) => sum + done(category), 0);
  return all === 0 ? null : done("feature") / all;
}

/** `At 60% new features, 40% upkeep, open tech debt stops growing by week 9 in 7 of 10 runs.` */
export function forecastSentence(
  answer: Forecast,
  line: ForecastLine,
  locale: string,
): string | null {
  const { shares, forecast } = answer;
  if (!forecast) return null;
  const under = shares ? `At ${dividedWords(shares, locale)}` : "With the work divided as it was";
  return `${under}, ${steadyWords(answer, line)}.`;
}

function steadyWords({ start, forecast }: Forecast, line: ForecastLine): string {
  if (!forecast || !start) return "nothing can be said";
  const what = line === "together" ? "the open stock" : `open ${lineNames[line].toLowerCase()}`;
  const { week, chance } = forecast.steady[line];
  const ahead = forecast.weeks.length;
  if (start.open[line] === 0 && forecast.weeks.every(({ stock }) => stock[line].p90 === 0)) {
    return `${what} stays at nothing`;
  }
  if (week === 1) return `${what} does not grow in ${runsWords(chance)}`;
  if (week !== null) return `${what} stops growing by week ${week} in ${runsWords(chance)}`;
  return `${what} goes on growing through these ${ahead} weeks in ${runsWords(1 - chance)}`;
}

/** Whole tenths, rounded down so that nothing is surer than it is: `7 of 10 runs`. */
function runsWords(chance: number): string {
  const tenths = Math.floor(chance * 10 + 1e-9);
  return tenths === 0 ? "fewer than 1 of 10 runs" : `${tenths} of 10 runs`;
}

/** `73 (68–79)`: as many in half of the runs, and between what in eight of ten. */
export function rangeWords({ p10, p50, p90 }: StockRange, locale: string): string {
  const [low, middle, high] = [p10, p50, p90].map((count) => formatAmount(count, locale));
  return `${middle} (${low}–${high})`;
}

/** `Drawn from the 52 whole weeks up to 1 Mar 2026.` */
export function drawnWords({ history, start }: Forecast, locale: string): string {
  const weeks = history.length === 1 ? "whole week" : "whole weeks";
  return start
    ? `Drawn from the ${history.length} ${weeks} up to ${formatDay(start.day, locale)}.`
    : "";
}

/** `83% of 291 forecasts held what was open 4 weeks later, …`; null without forecasts. */
export function backTestSentence({ horizons }: BackTestAnswer, locale: string): string | null {
  const checked = (horizons ?? []).filter(({ lines }) => lines.together.cases > 0);
  const [first, ...rest] = checked.map(({ weeks, lines }) => {
    const { inside, cases } = lines.together;
    return { weeks, cases, share: inside / cases };
  });
  if (!first) return null;
  const later = rest.map(({ weeks, share }) => `${formatShare(share, locale)} after ${weeks}`);
  const said = `${formatShare(first.share, locale)} of ${formatAmount(first.cases, locale)} forecasts held what was open of all categories together ${first.weeks} weeks later`;
  return `${[said, ...later].join(", ")}. ${trustWords([first, ...rest])}`;
}

function trustWords(checked: { share: number }[]): string {
  const least = Math.min(...checked.map(({ share }) => share));
  const most = Math.max(...checked.map(({ share }) => share));
  if (least < expected.least) {
    return "About 80% would be right: take the bands as narrower than they should be here.";
  }
  if (most > expected.most) {
    return "About 80% would be right: the bands are wider than they need to be here.";
  }
  return "That is about the 80% that the band promises.";
}
