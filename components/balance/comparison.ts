import { createParser } from "nuqs/server";
import { type EarlierPeriod, earlierPeriods } from "@/lib/domain/balance";

/** What a view is compared with: earlier days, or the same days with another filter. */
export type Comparison = EarlierPeriod | FilterComparison;
/** `everything` is what no filter narrows; a team stands in place of the teams in force. */
export type FilterComparison = "everything" | `team:${string}`;

const teamPrefix = "team:";

/** `compare` in the URL; anything else is ignored. */
export const parseAsComparison = createParser<Comparison>({
  parse: (text) => {
    const days = earlierPeriods.find((which) => which === text);
    if (days) return days;
    if (text === "everything") return text;
    return isTeamComparison(text) && text !== teamPrefix ? text : null;
  },
  serialize: (comparison) => comparison,
});

function isTeamComparison(text: string): text is `team:${string}` {
  return text.startsWith(teamPrefix);
}

export function comparedTeam(comparison: FilterComparison): string | null {
  return comparison === "everything" ? null : comparison.slice(teamPrefix.length);
}

export function comparisonWithTeam(id: string): FilterComparison {
  return `${teamPrefix}${id}`;
}

export function isOfFilters(comparison: Comparison): comparison is FilterComparison {
  return comparison === "everything" || isTeamComparison(comparison);
}

/** The earlier days that a view asks for; those right before it where it names none. */
export function earlierAsked({ compare }: { compare: Comparison | null }): EarlierPeriod {
  return compare === null || isOfFilters(compare) ? "previous" : compare;
}
