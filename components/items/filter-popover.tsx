"use client";

import { Button, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { OpenerPopover } from "@/components/ui/opener-popover";
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

/** Text, values of the product's own, state, reason and dispute. */
export function FilterPopover(props: FilterPopoverProps) {
  return (
    <OpenerPopover name="Filter" className={classes.form}>
      {(close) => <FilterForm {...props} onClose={close} />}
    </OpenerPopover>
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
