"use client";

import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMay } from "@/components/accounts/viewer";
import { FailureNote } from "@/components/ui/failure-note";
import { problemsOf } from "./rule-problems";
import { isConflict, type RulesDraft } from "./use-rules-draft";

type SaveBarProps = { draft: RulesDraft; latestVersion: number };

/** Saves the edited set as a new version, with a note on why. */
export function SaveBar({ draft, latestVersion }: SaveBarProps) {
  const [note, setNote] = useState("");
  const maySave = useMay("manage_rules");
  const { save, discard, baseVersion } = draft;
  const saveOver = (expectedVersion: number) =>
    save.mutate({ note: note.trim(), expectedVersion }, { onSuccess: () => setNote("") });
  if (!maySave) {
    return (
      <section aria-label="Save">
        <Text size="sm">
          You may try rules out and see what they would move, but not save them.
        </Text>
        <Button size="xs" variant="default" onClick={discard}>
          Discard the changes
        </Button>
      </section>
    );
  }
  return (
    <section aria-label="Save">
      <Group align="flex-end" gap="xs">
        <TextInput
          label="Note for the history"
          placeholder="Why it changes"
          size="xs"
          flex="1 1 220px"
          maxLength={500}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button size="xs" loading={save.isPending} onClick={() => saveOver(baseVersion)}>
          Save the rules
        </Button>
        <Button size="xs" variant="default" onClick={discard}>
          Discard the changes
        </Button>
      </Group>
      {isConflict(save.error) ? (
        <FailureNote title="Somebody saved the rules while you edited them">
          <Text size="sm">
            Version {latestVersion} is there now; yours began from {baseVersion} and is not lost.
          </Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={discard}>
              Take version {latestVersion}
            </Button>
            <Button size="xs" variant="default" onClick={() => saveOver(latestVersion)}>
              Save mine after it
            </Button>
          </Group>
        </FailureNote>
      ) : null}
      {save.error && !isConflict(save.error) ? <Refused error={save.error} /> : null}
    </section>
  );
}

function Refused({ error }: { error: Error }) {
  const places = Object.keys(problemsOf(error)).length;
  return (
    <FailureNote title="The rules are not saved">
      <Text size="sm">
        {error.message}
        {places > 0 ? " It is marked at its rule." : ""}
      </Text>
    </FailureNote>
  );
}
