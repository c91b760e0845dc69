"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";

type TeamNameFormProps = {
  initial: string;
  /** Rejects with what is to be said beside the name. */
  onName: (name: string) => Promise<unknown>;
  onCancel: () => void;
};

/** A team's name, typed and sent; a refusal stands beside it. */
export function TeamNameForm({ initial, onName, onCancel }: TeamNameFormProps) {
  const [name, setName] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setError("Give the team a name.");
    setIsBusy(true);
    try {
      await onName(name.trim());
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : "The team was not saved.");
      setIsBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Name of the team"
        size="xs"
        data-autofocus
        autoFocus
        autoComplete="off"
        maxLength={80}
        value={name}
        error={error}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-xs" loading={isBusy}>
          Save
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
