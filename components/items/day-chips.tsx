"use client";

import { Button, Group } from "@mantine/core";
import { type DayFilters, dayFilterChips } from "./day-filter-words";

type DayChipsProps = {
  view: DayFilters;
  locale: string;
  onChange: (change: Partial<DayFilters>) => void;
};

/** The days a list is narrowed to, as a bar of the chart handed them over. */
export function DayChips({ view, locale, onChange }: DayChipsProps) {
  const chips = dayFilterChips(view, locale);
  if (chips.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label="Days in force">
      {chips.map(({ name, without }) => (
        <Button
          key={name}
          size="compact-xs"
          variant="default"
          rightSection={<span aria-hidden="true">×</span>}
          aria-label={`Remove the filter ${name}`}
          onClick={() => onChange(without)}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
