"use client";

import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemField } from "@/lib/domain/item-field";
import { valuesOptions } from "./values-query";

type ValueInputProps = {
  productId: string;
  field: ItemField;
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/**
 * A text with what the product's items have there as suggestions, the most frequent first. Nothing
 * is asked for before the field is entered.
 */
export function ValueInput({ productId, field, label, value, onChange }: ValueInputProps) {
  const [typed] = useDebouncedValue(value.trim(), 150);
  const [entered, setEntered] = useState(false);
  const { data } = useQuery({ ...valuesOptions(productId, field, typed), enabled: entered });
  const found = new Map((data?.values ?? []).map((one) => [one.value, one]));
  return (
    <Autocomplete
      label={label}
      size="xs"
      value={value}
      onChange={onChange}
      onFocus={() => setEntered(true)}
      data={[...found.keys()]}
      // The server has matched them already, against the whole value.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const { title, items } = found.get(option.value) ?? {};
        return `${option.value}${title ? ` ${title}` : ""} (${items ?? 0})`;
      }}
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={220}
    />
  );
}
