"use client";

import { Button, Popover, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { becauses } from "@/lib/domain/classification";
import { itemStates } from "@/lib/domain/work-item";
import { FilterChoices } from "./filter-choices";
import type { ItemFilters } from "./filter-parameters";
import { becauseNames, contestedNames, stateNames } from "./filter-words";
import { ValueInput } from "./value-input";

export type FilterPopoverProps = {
  productId: string;
  filters: ItemFilters;
  onChange: (change: Partial<ItemFilters>) => void;
};

/** Text, label, assignee, state, reason and dispute. Opens as it appears, since a click asked for it. */
export function FilterPopover({ productId, filters, onChange }: FilterPopoverProps) {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  const close = () => {
    setOpened(false);
    target.current?.focus();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal shadow="md" width={320}>
      <Popover.Target>
        <Button ref={target} variant="default" size="xs" onClick={() => setOpened(!opened)}>
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filters">
        <FilterForm productId={productId} filters={filters} onChange={onChange} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({
  productId,
  filters,
  onChange,
  onClose,
}: FilterPopoverProps & { onClose: () => void }) {
  const [text, setText] = useState(filters.q ?? "");
  const [label, setLabel] = useState("");
  const [assignee, setAssignee] = useState("");
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange({
      q: text.trim() || null,
      label: added(filters.label, label),
      assignee: added(filters.assignee, assignee),
    });
    onClose();
  };
  return (
    <form onSubmit={apply}>
      <Stack gap="sm">
        <TextInput
          label="Text in the title"
          size="xs"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ValueInput
          productId={productId}
          field="label"
          label="Label"
          value={label}
          onChange={setLabel}
        />
        <ValueInput
          productId={productId}
          field="assignee"
          label="Assignee"
          value={assignee}
          onChange={setAssignee}
        />
        <FilterChoices
          name="State"
          offered={itemStates}
          names={stateNames}
          chosen={filters.state}
          onChange={(state) => onChange({ state })}
        />
        <FilterChoices
          name="Category decided by"
          offered={becauses}
          names={becauseNames}
          chosen={filters.because}
          onChange={(because) => onChange({ because })}
        />
        <FilterChoices
          name="Its category is"
          offered={["true", "false"]}
          names={contestedNames}
          chosen={filters.contested && [filters.contested]}
          onChange={(chosen) =>
            onChange({ contested: chosen?.find((one) => one !== filters.contested) ?? null })
          }
        />
        <Button type="submit" size="xs">
          Apply
        </Button>
      </Stack>
    </form>
  );
}

function added(values: string[] | null, text: string): string[] | null {
  const value = text.trim();
  if (value === "") return values;
  return [...new Set([...(values ?? []), value])];
}
