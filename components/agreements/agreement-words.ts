import { formatAmount, formatCount, formatDay, formatPercent } from "@/components/ui/format";
import type { Agreement, AgreementStep } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import type {
  AgreedShares,
  AgreementAct,
  AgreementState,
  Side,
  Terms,
} from "@/lib/domain/agreement";
import { categoryWords, measureWords } from "@/lib/domain/glossary";

/** What a column, a switch or a button calls a side. */
export const sideNames: Record<Side, string> = {
  pm: "Product manager",
  engineering: "Engineering",
};

export const actWords: Record<AgreementAct, string> = {
  propose: "proposed",
  accept: "accepted",
  decline: "declined",
  counter: "proposed instead",
  withdraw: "withdrew it",
  supersede: "agreed on another in its place",
};

export const stateWords: Record<AgreementState, string> = {
  proposed: "On the table",
  in_force: "In force",
  superseded: "Superseded",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

/** `65% new features and 35% upkeep, give or take 5 points`. */
export function termsWords({ shares, tolerance }: Terms, locale: string): string {
  const give = tolerance === 0 ? "" : `, give or take ${formatCount(tolerance, "point", locale)}`;
  return `${sharesWords(shares, locale)}${give}`;
}

function sharesWords(shares: AgreedShares, locale: string): string {
  const feature = `${formatPercent(shares.feature, locale)} new features`;
  if ("upkeep" in shares) return `${feature} and ${formatPercent(shares.upkeep, locale)} upkeep`;
  const parts = (["maintenance", "rewrite", "tech_debt"] as const).map(
    (category) =>
      `${formatPercent(shares[category], locale)} ${categoryWords[category].name.toLowerCase()}`,
  );
  return `${feature}, ${parts.slice(0, 2).join(", ")} and ${parts[2]}`;
}

/** `65 ± 5`. */
export function shortTerms({ shares, tolerance }: Terms, locale: string): string {
  const feature = formatAmount(shares.feature, locale);
  return tolerance === 0 ? feature : `${feature} ± ${formatAmount(tolerance, locale)}`;
}

/** Of what the shares are parts: `of what is done, counted in items`. */
export function basisWords({ measure, unit, team }: Pick<Agreement, "measure" | "unit" | "team">) {
  const whose = team ? ` by the team ${team.name}` : "";
  return `of what is ${measureWords[measure].name.toLowerCase()}${whose}, counted in ${unit.replace("_", " ")}`;
}

/** `The product manager and engineering are 10 points apart.` */
export function gapWords(one: number, other: number, locale: string): string {
  const points = Math.round(Math.abs(one - other) * 10) / 10;
  if (points === 0) return "Both sides want the same feature share.";
  return `The two sides are ${formatCount(points, "point", locale)} apart.`;
}

/** Who said it; in local mode that one person may speak for both. */
export function speakerWords({
  side,
  speaker,
  local,
}: Pick<AgreementStep, "side" | "speaker" | "local">) {
  return `${sideNames[side]} (${speaker}${local ? ", who may speak for both sides" : ""})`;
}

/** `1 Mar 2026 – 31 May 2026`, `since 1 Mar 2026`, `from 1 Mar 2026 on`. */
export function stageDays({ startsOn, endsOn }: Stage, today: string, locale: string): string {
  const first = formatDay(startsOn, locale);
  if (endsOn) return `${first} – ${formatDay(endsOn, locale)}`;
  return startsOn <= today ? `since ${first}` : `from ${first} on`;
}
