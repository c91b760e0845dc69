"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { parseRepository } from "@/lib/domain/repository-name";

type RepositoryFieldProps = Pick<TextInputProps, "onChange" | "onBlur" | "onFocus" | "error"> & {
  value?: string;
  /** Where it is read from, if not from where the repository's own address says. */
  apiUrl: string;
};

const pauseMs = 600;

/** Reads what is typed as it is typed: names the repository it understands, or says what to type. */
export function RepositoryField({ value = "", apiUrl, error, ...input }: RepositoryFieldProps) {
  const [settled] = useDebouncedValue(value, pauseMs);
  const parsed = parseRepository(value);
  const paused = settled === value && value.trim() !== "";
  const problem = paused && !parsed.ok ? parsed.message : null;
  const from = apiUrl.trim() || (parsed.ok && parsed.apiUrl) || "https://github.com";
  const host = URL.canParse(from) ? new URL(from).host : from;
  return (
    <TextInput
      label="Repository"
      size="md"
      placeholder="owner/name or its URL"
      description={parsed.ok ? `Reads ${host}/${parsed.owner}/${parsed.name}` : "On GitHub"}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      value={value}
      error={error ?? problem}
      {...input}
    />
  );
}
