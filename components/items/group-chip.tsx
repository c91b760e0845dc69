"use client";

import { Button, Group } from "@mantine/core";
import type { Source } from "@/lib/contracts/sources";
import type { ItemsView } from "./filter-parameters";
import { groupFilterName } from "./group-words";

type GroupFilters = Pick<ItemsView, "groupBy" | "group" | "groupNot">;

type GroupChipProps = {
  view: GroupFilters;
  sources: Source[];
  onChange: (change: Partial<GroupFilters>) => void;
};

/** The groups a list is narrowed to, as a contribution to a change handed them over. */
export function GroupChip({ view, sources, onChange }: GroupChipProps) {
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? "unknown";
  const name = groupFilterName(view, nameOf);
  if (name === null) return null;
  return (
    <Group gap={6} role="group" aria-label="Groups in force">
      <Button
        size="compact-xs"
        variant="default"
        rightSection={<span aria-hidden="true">×</span>}
        aria-label={`Remove the filter ${name}`}
        maw="100%"
        onClick={() => onChange({ groupBy: null, group: null, groupNot: null })}
      >
        {name}
      </Button>
    </Group>
  );
}
