"use client";

import { TagsInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { valuesOptions } from "@/components/items/values-query";
import type { RuleField } from "@/lib/classify/rules/condition";
import { type ItemField, itemFields } from "@/lib/domain/item-field";

type ValuesFieldProps = {
  productId: string;
  field: RuleField;
  values: string[];
  error?: string | undefined;
  onChange: (values: string[]) => void;
};

/** One or more texts, with what the product's items have there as suggestions. */
export function ValuesField({ productId, field, values, error, onChange }: ValuesFieldProps) {
  const [text, setText] = useState("");
  const [typed] = useDebouncedValue(text.trim(), 150);
  const known = itemFields.find((one) => one === field);
  const { data } = useQuery({
    ...valuesOptions(productId, known ?? anyField, typed),
    enabled: known !== undefined,
  });
  const found = known === undefined ? [] : (data?.values ?? []);
  const items = new Map(found.map((one) => [one.value, one.items]));
  return (
    <TagsInput
      aria-label="Values"
      placeholder={values.length === 0 ? "Type a value, then Enter" : "or …"}
      size="xs"
      flex="1 1 200px"
      miw={0}
      value={values}
      searchValue={text}
      onSearchChange={setText}
      onChange={(changed) => onChange(changed.filter((one) => one.trim() !== ""))}
      data={[...items.keys()]}
      // The server has matched them already, against the whole value.
      filter={({ options }) => options}
      renderOption={({ option }) => `${option.value} (${items.get(option.value) ?? 0})`}
      splitChars={[]}
      error={error}
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={220}
    />
  );
}

/** Names the question that is never asked where a field has no suggestions. */
const anyField: ItemField = "label";
