"use client";

import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMay } from "@/components/accounts/viewer";
import { FailureNote } from "@/components/ui/failure-note";
import { problemsOf } from "./rule-problems";
import type { RulesDraft } from "./use-rules-draft";

type SaveBarProps = { draft: RulesDraft; latestVersion: number };

/** Saves the edited set as a new version, with a note on why. */
export function SaveBar({ draft, latestVersion }: SaveBarProps) {
  const maySave = useMay("manage_rules");
  const { save, discard, baseVersion, isBehind, note, setNote } = draft;
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
        <Button size="xs" loading={save.isPending} onClick={() => save.mutate(baseVersion)}>
          Save the rules
        </Button>
        <Button size="xs" variant="default" onClick={discard}>
          Discard the changes
        </Button>
      </Group>
      {isBehind ? (
        <FailureNote title="Somebody saved the rules while you edited them">
          <Text size="sm">
            Version {latestVersion} is there now; yours began from {baseVersion} and is not lost.
          </Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={discard}>
              Take version {latestVersion}
            </Button>
            <Button size="xs" variant="default" onClick={() => save.mutate(latestVersion)}>
              Save mine after it
            </Button>
          </Group>
        </FailureNote>
      ) : null}
      {save.error && !isBehind ? <Refused error={save.error} /> : null}
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
