"use client";

import { Button, Group } from "@mantine/core";
import type { Source } from "@/lib/contracts/sources";
import type { ItemFilters } from "./filter-parameters";
import { filterChips } from "./filter-words";

type FilterChipsProps = {
  filters: ItemFilters;
  sources: Source[];
  onChange: (change: Partial<ItemFilters>) => void;
};

/** The filters in force, each of which a click takes away. */
export function FilterChips({ filters, sources, onChange }: FilterChipsProps) {
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? "unknown";
  const chips = filterChips(filters, nameOf);
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
