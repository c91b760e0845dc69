"use client";

import { Button, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { sideNames } from "@/components/agreements/agreement-words";
import { DayField } from "@/components/agreements/day-field";
import { sides } from "@/lib/domain/agreement";
import type { Decision, FollowUp } from "@/lib/domain/meeting";
import classes from "./meetings.module.css";
import { type MinutesWriting, tooLate } from "./use-minutes";

type MinutesFormProps = { writing: MinutesWriting };

/** Who is there, decisions, follow-ups and notes: saved as they are typed. */
export function MinutesForm({ writing }: MinutesFormProps) {
  const { minutes, change } = writing;
  return (
    <Stack gap="md">
      <SavedNote writing={writing} />
      <section aria-labelledby="decisions">
        <Title order={2} size="h4" id="decisions" mb={4}>
          Decisions
        </Title>
        <ul className={classes.list}>
          {minutes.decisions.map((decision, index) => (
            <EntryFields
              key={decision.id}
              name={`Decision ${index + 1}`}
              entry={decision}
              onChange={(changed) =>
                change({ decisions: replaced(minutes.decisions, { ...decision, ...changed }) })
              }
              onRemove={() => change({ decisions: without(minutes.decisions, decision) })}
            />
          ))}
        </ul>
        <Button
          size="xs"
          variant="default"
          mt={6}
          onClick={() => change({ decisions: [...minutes.decisions, newEntry()] })}
        >
          Add a decision
        </Button>
      </section>
      <section aria-labelledby="follow-ups">
        <Title order={2} size="h4" id="follow-ups" mb={4}>
          Follow-ups
        </Title>
        <ul className={classes.list}>
          {minutes.followUps.map((followUp, index) => (
            <EntryFields
              key={followUp.id}
              name={`Follow-up ${index + 1}`}
              entry={followUp}
              dueOn={followUp.dueOn}
              onChange={(changed) =>
                change({ followUps: replaced(minutes.followUps, { ...followUp, ...changed }) })
              }
              onRemove={() => change({ followUps: without(minutes.followUps, followUp) })}
            />
          ))}
        </ul>
        <Button
          size="xs"
          variant="default"
          mt={6}
          onClick={() =>
            change({ followUps: [...minutes.followUps, { ...newEntry(), dueOn: null }] })
          }
        >
          Add a follow-up
        </Button>
      </section>
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={minutes.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
      <div className={classes.sides}>
        {sides.map((side) => (
          <TextInput
            key={side}
            label={`There for ${sideNames[side].toLowerCase()}`}
            maxLength={1000}
            value={minutes.attendance[side]}
            onChange={(event) =>
              change({ attendance: { ...minutes.attendance, [side]: event.currentTarget.value } })
            }
          />
        ))}
      </div>
    </Stack>
  );
}

type EntryFieldsProps = {
  name: string;
  entry: Decision;
  /** Absent where it has no day. */
  dueOn?: string | null;
  onChange: (change: Partial<FollowUp>) => void;
  onRemove: () => void;
};

function EntryFields({ name, entry, dueOn, onChange, onRemove }: EntryFieldsProps) {
  return (
    <li className={classes.entry} data-of={dueOn === undefined ? "decision" : "follow-up"}>
      <Textarea
        size="sm"
        label={name}
        autosize
        maxRows={5}
        maxLength={2000}
        value={entry.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        label={`Owner of ${name.toLowerCase()}`}
        maxLength={200}
        value={entry.owner}
        onChange={(event) => onChange({ owner: event.currentTarget.value })}
      />
      {dueOn === undefined ? null : (
        <DayField
          label="Until"
          value={dueOn ?? ""}
          onChange={(day) => onChange({ dueOn: day || null })}
        />
      )}
      <Button
        size="sm"
        variant="subtle"
        aria-label={`Remove ${name.toLowerCase()}`}
        onClick={onRemove}
      >
        Remove
      </Button>
    </li>
  );
}

/** Whether all is saved, and what others wrote at the same place at the same time. */
function SavedNote({ writing: { unsaved, conflicts, takeNote } }: MinutesFormProps) {
  return (
    <div>
      <Text size="sm" c="dimmed" role="status">
        {unsaved === null ? "All is saved." : unsaved}
        {unsaved !== null && unsaved !== "Saving…" && unsaved !== tooLate
          ? " It is kept in this browser and tried again."
          : ""}
      </Text>
      {conflicts.map(({ field, theirs }) => (
        <Group key={field} gap="xs" role="alert">
          <Text size="sm">
            At the same time somebody else wrote here: “{theirs}”. Yours is kept.
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => takeNote(field)}>
            I have seen it
          </Button>
        </Group>
      ))}
    </div>
  );
}

function newEntry(): Decision {
  return { id: crypto.randomUUID(), text: "", owner: "" };
}

function replaced<T extends { id: string }>(entries: T[], entry: T): T[] {
  return entries.map((one) => (one.id === entry.id ? entry : one));
}

function without<T extends { id: string }>(entries: T[], entry: T): T[] {
  return entries.filter(({ id }) => id !== entry.id);
}
