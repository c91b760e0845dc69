"use client";

import { Button, Group, NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { ApiError } from "@/components/ui/api";
import { longestNote, noteKinds } from "@/lib/domain/note";
import { noteKindNames } from "./event-words";
import classes from "./notes.module.css";
import type { NoteInput } from "./use-note-changes";

type NoteFormProps = {
  initial: NoteInput;
  /** Rejects with what is to be said beside the fields. */
  onSave: (note: NoteInput) => Promise<unknown>;
  onCancel: () => void;
};

/** A note's day, kind and text; a refusal stands beside the field at fault. */
export function NoteForm({ initial, onSave, onCancel }: NoteFormProps) {
  const [note, setNote] = useState(initial);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const fields = refusal instanceof ApiError ? refusal.fields : {};
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setIsBusy(true);
    try {
      await onSave(note);
    } catch (error) {
      setRefusal(error instanceof Error ? error : new Error("The note was not saved."));
      setIsBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form} aria-label="Note">
      <TextInput
        type="date"
        label="Day"
        size="xs"
        required
        value={note.day}
        error={fields.day}
        onChange={({ currentTarget: { value } }) => setNote({ ...note, day: value })}
      />
      <NativeSelect
        label="Kind"
        size="xs"
        value={note.kind}
        data={noteKinds.map((kind) => ({ value: kind, label: noteKindNames[kind] }))}
        error={fields.kind}
        onChange={({ currentTarget: { value } }) =>
          setNote({ ...note, kind: noteKinds.find((kind) => kind === value) ?? "note" })
        }
      />
      <Textarea
        label="What happened"
        size="xs"
        required
        autosize
        minRows={1}
        maxRows={8}
        data-autofocus
        autoFocus
        maxLength={longestNote}
        value={note.text}
        error={fields.text}
        onChange={({ currentTarget: { value } }) => setNote({ ...note, text: value })}
      />
      {refusal && Object.keys(fields).length === 0 ? (
        <Text size="sm" role="alert" className={classes.wide}>
          {refusal.message}
        </Text>
      ) : null}
      <Group gap="xs" className={classes.wide}>
        <Button type="submit" size="compact-sm" loading={isBusy}>
          Save
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
