"use client";

import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ItemField } from "@/lib/domain/item-field";
import { valuesOptions } from "./values-query";

type ValueInputProps = {
  productId: string;
  field: ItemField;
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** A text with what the product's items have there as suggestions, the most frequent first. */
export function ValueInput({ productId, field, label, value, onChange }: ValueInputProps) {
  const [typed] = useDebouncedValue(value.trim(), 150);
  const { data } = useQuery(valuesOptions(productId, field, typed));
  const items = new Map((data?.values ?? []).map((one) => [one.value, one.items]));
  return (
    <Autocomplete
      label={label}
      size="xs"
      value={value}
      onChange={onChange}
      data={[...items.keys()]}
      // The server has matched them already, against the whole value.
      filter={({ options }) => options}
      renderOption={({ option }) => `${option.value} (${items.get(option.value) ?? 0})`}
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={220}
    />
  );
}
