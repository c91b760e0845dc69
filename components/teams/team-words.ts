import { type ItemFilters, noFilters } from "@/components/items/filter-parameters";
import { filterChips } from "@/components/items/filter-words";
import type { Team, TeamFilter } from "@/lib/contracts/teams";
import { categoryWords } from "@/lib/domain/glossary";

/** A team as it is sent: the filters of the URL, or those of another team. */
export type TeamInput = { name: string; filter: OwnFilters | TeamFilter };

/** The filters in force without the teams among them. */
export type OwnFilters = Partial<Omit<ItemFilters, "team">>;

/** What a team could be made of; null where nothing but teams is chosen. */
export function ownFilters({ team: _, ...filters }: Partial<ItemFilters>): OwnFilters | null {
  return Object.keys(filters).length > 0 ? filters : null;
}

/** Whose items a team's are, in words. */
export function teamWords({ filter }: Team, sourceName: (id: string) => string): string {
  const { category = [], kind = [], contested, ...rest } = filter;
  const filters: ItemFilters = {
    ...noFilters,
    ...rest,
    contested: contested === undefined ? null : contested ? "true" : "false",
  };
  return [
    ...category.map((one) => `Category: ${categoryWords[one].name}`),
    ...kind.map((one) => `Kind: ${one}`),
    ...filterChips(filters, { source: sourceName, team: String }).map(({ name }) => name),
  ].join(", ");
}
