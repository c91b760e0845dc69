"use client";

import { Button, Popover, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { becauses } from "@/lib/domain/classification";
import { itemStates } from "@/lib/domain/work-item";
import { FilterChoices } from "./filter-choices";
import type { ItemFilters } from "./filter-parameters";
import classes from "./filter-popover.module.css";
import {
  becauseNames,
  contestedNames,
  stateNames,
  type ValueFilter,
  valueFilters,
  valueNames,
} from "./filter-words";
import { ValueInput } from "./value-input";

export type FilterPopoverProps = {
  productId: string;
  filters: ItemFilters;
  onChange: (change: Partial<ItemFilters>) => void;
};

/** Text, values of the product's own, state, reason and dispute. Opens as it appears, since a click asked for it. */
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
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      withinPortal
      hideDetached={false}
      shadow="md"
    >
      <Popover.Target>
        <Button ref={target} variant="default" size="xs" onClick={() => setOpened(!opened)}>
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.form} aria-label="Filters">
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
  const [values, setValues] = useState<Partial<Record<ValueFilter, string>>>({});
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    const added = valueFilters.map((field) => [field, withValue(filters[field], values[field])]);
    onChange({ q: text.trim() || null, ...Object.fromEntries(added) });
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
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {valueFilters.map((field) => (
            <ValueInput
              key={field}
              productId={productId}
              field={field}
              label={valueNames[field]}
              value={values[field] ?? ""}
              onChange={(value) => setValues({ ...values, [field]: value })}
            />
          ))}
        </SimpleGrid>
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
        <Button type="submit" size="xs" className={classes.apply}>
          Apply
        </Button>
      </Stack>
    </form>
  );
}

function withValue(values: string[] | null, text = ""): string[] | null {
  const value = text.trim();
  if (value === "") return values;
  return [...new Set([...(values ?? []), value])];
}
