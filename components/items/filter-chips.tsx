"use client";

import { Button, Group } from "@mantine/core";
import { useTeams } from "@/components/teams/use-teams";
import type { Source } from "@/lib/contracts/sources";
import type { ItemFilters } from "./filter-parameters";
import { filterChips } from "./filter-words";

type FilterChipsProps = {
  productId: string;
  filters: ItemFilters;
  sources: Source[];
  onChange: (change: Partial<ItemFilters>) => void;
};

/** The filters in force, each of which a click takes away. */
export function FilterChips({ productId, filters, sources, onChange }: FilterChipsProps) {
  const teams = useTeams(productId, filters.team !== null);
  const chips = filterChips(filters, { source: nameIn(sources), team: nameIn(teams) });
  if (chips.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label="Filters in force">
      {chips.map((chip) => (
        <Button
          key={chip.name}
          size="compact-xs"
          variant="default"
          rightSection={<span aria-hidden="true">×</span>}
          aria-label={`Remove the filter ${chip.name}`}
          onClick={() => onChange(chip.without)}
        >
          {chip.name}
        </Button>
      ))}
    </Group>
  );
}

function nameIn(all: { id: string; name: string }[]) {
  return (id: string) => all.find((one) => one.id === id)?.name ?? "unknown";
}
