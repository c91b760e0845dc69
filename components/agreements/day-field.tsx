"use client";

import { TextInput } from "@mantine/core";

type DayFieldProps = {
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (day: string) => void;
};

/** A calendar day, `YYYY-MM-DD` or empty. */
export function DayField({ label, value, error, onChange }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      size="sm"
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
