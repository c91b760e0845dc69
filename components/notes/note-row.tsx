"use client";

import { Button, Group } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import type { Note } from "@/lib/contracts/notes";
import { eventHead } from "./event-words";
import classes from "./notes.module.css";
import type { NoteInput } from "./use-note-changes";

const NoteForm = dynamic(() => import("./note-form").then((module) => module.NoteForm), {
  ssr: false,
});

type NoteRowProps = {
  note: Note;
  /** As at its mark on the axis. */
  number: number;
  locale: string;
  onChange: (note: NoteInput) => Promise<unknown>;
  onDelete: () => void;
};

/** One note of the list, and the form that changes it. */
export function NoteRow({ note, number, locale, onChange, onDelete }: NoteRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const head = eventHead(note, locale);
  return (
    <li className={classes.note}>
      <span className={classes.number}>▲ {number}</span>
      {isOpen ? (
        <NoteForm
          initial={{ day: note.day, kind: note.kind, text: note.text }}
          onSave={async (changed) => {
            await onChange(changed);
            setIsOpen(false);
          }}
          onCancel={() => setIsOpen(false)}
        />
      ) : (
        <>
          <div>
            <strong>{head}</strong>
            <p className={classes.text}>
              <bdi>{note.text}</bdi>
            </p>
          </div>
          <Allowed right="manage_products">
            <Group gap={4} className={classes.toggle} wrap="nowrap">
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Change note ${number}: ${head}`}
                onClick={() => setIsOpen(true)}
              >
                Change
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Delete note ${number}: ${head}`}
                onClick={onDelete}
              >
                Delete
              </Button>
            </Group>
          </Allowed>
        </>
      )}
    </li>
  );
}
