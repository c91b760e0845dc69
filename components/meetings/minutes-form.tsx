"use client";

import { Button, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { sideNames } from "@/components/agreements/agreement-words";
import { sides } from "@/lib/domain/agreement";
import type { Decision } from "@/lib/domain/meeting";
import { joinTexts } from "@/lib/meetings/join-texts";
import { BothTexts } from "./both-texts";
import { EntryFields } from "./entry-fields";
import classes from "./meetings.module.css";
import { type MinutesWriting, saving, tooLate } from "./use-minutes";

type MinutesFormProps = { writing: MinutesWriting };

/** Who is there, decisions, follow-ups and notes: saved as they are typed. */
export function MinutesForm({ writing }: MinutesFormProps) {
  const { minutes, stored, change } = writing;
  const storedOf = <T extends Decision>(list: T[], { id }: Decision) =>
    list.find((one) => one.id === id);
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
              field={`decisions.${decision.id}`}
              entry={decision}
              stored={storedOf(stored.decisions, decision)}
              writing={writing}
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
              field={`followUps.${followUp.id}`}
              entry={followUp}
              dueOn={followUp.dueOn}
              stored={storedOf(stored.followUps, followUp)}
              writing={writing}
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
      <BothTexts
        writing={writing}
        field="notes"
        theirs={stored.notes}
        mine={minutes.notes}
        onTheirs={() => change({ notes: stored.notes })}
        onJoin={() => change({ notes: joinTexts(stored.notes, minutes.notes, "\n") })}
      />
      <div className={classes.sides}>
        {sides.map((side) => {
          const there = (names: string) =>
            change({ attendance: { ...minutes.attendance, [side]: names } });
          const [theirs, mine] = [stored.attendance[side], minutes.attendance[side]];
          return (
            <div key={side}>
              <TextInput
                label={`There for ${sideNames[side].toLowerCase()}`}
                maxLength={1000}
                value={mine}
                onChange={(event) => there(event.currentTarget.value)}
              />
              <BothTexts
                field={`attendance.${side}`}
                onTheirs={() => there(theirs)}
                onJoin={() => there(joinTexts(theirs, mine, ", "))}
                {...{ writing, theirs, mine }}
              />
            </div>
          );
        })}
      </div>
    </Stack>
  );
}

/** Whether all is saved, and whether a choice is waited for. */
function SavedNote({ writing: { unsaved, contested } }: MinutesFormProps) {
  const isTried = unsaved !== null && unsaved !== saving && unsaved !== tooLate;
  return (
    <Text size="sm" c="dimmed" role="status">
      {unsaved ??
        (contested.length > 0 ? "Saved but for what waits for your choice." : "All is saved.")}
      {isTried ? " It is kept in this browser and tried again." : ""}
    </Text>
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
