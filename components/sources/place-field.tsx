"use client";

import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { ConnectForm } from "./connect-form-type";
import { placeProblem } from "./connect-problems";
import { withPlace } from "./connect-values";
import { placeWords } from "./place-words";

const pauseMs = 600;

/** Reads what is typed as it is typed: names the place it understands, or says what to type. */
export function PlaceField({ form }: { form: ConnectForm }) {
  const { values } = form;
  const { place } = values;
  const [settled] = useDebouncedValue(place, pauseMs);
  const paused = settled === place && place.trim() !== "";
  const problem = paused ? placeProblem(values) : null;
  return (
    <TextInput
      label="Repository or Jira address"
      size="md"
      placeholder="owner/name, or a URL"
      description={placeWords(values)}
      inputWrapperOrder={["label", "input", "description", "error"]}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      {...form.getInputProps("place")}
      onChange={({ currentTarget }) => form.setValues(withPlace(values, currentTarget.value))}
      error={form.errors.place ?? problem}
    />
  );
}
