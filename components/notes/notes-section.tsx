"use client";

import { Button, Text, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { formatDay } from "@/components/ui/format";
import { notify } from "@/components/ui/notify";
import type { Note } from "@/lib/contracts/notes";
import type { Days } from "@/lib/domain/balance";
import type { ChartEvent } from "./chart-events";
import { EventRow } from "./event-row";
import { NoteRow } from "./note-row";
import classes from "./notes.module.css";
import { type NoteInput, useNoteChanges } from "./use-note-changes";

const NoteForm = dynamic(() => import("./note-form").then((module) => module.NoteForm), {
  ssr: false,
});

type NotesSectionProps = {
  productId: string;
  notes: Note[];
  /** What is marked on the chart, the notes among it. */
  events: ChartEvent[];
  /** The days that are shown. */
  days: Days;
  /** The day a new note is of, until another is chosen. */
  day: string;
  /** The day of a note that is being written; null where none is. */
  begun: string | null;
  onBegin: (day: string | null) => void;
  locale: string;
};

/** As many as are listed before the rest is asked for. */
const listed = 8;

/** What is marked on the chart, numbered as on its axis, and the form for one more note. */
export function NotesSection(props: NotesSectionProps) {
  const { productId, notes, events, days, day, begun, onBegin, locale } = props;
  const { add, change, remove } = useNoteChanges(productId);
  const opener = useRef<HTMLButtonElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const close = () => {
    onBegin(null);
    opener.current?.focus();
  };
  const save = async (note: NoteInput) => {
    await add.mutateAsync(note);
    close();
    if (note.day >= days.from && note.day <= days.to) return;
    void notify({ message: `Written on ${formatDay(note.day, locale)}, beyond the days shown.` });
  };
  const shown = isWhole ? events : events.slice(-listed);
  const hidden = events.length - shown.length;
  return (
    <section className={classes.section} aria-labelledby="notes">
      <div className={classes.head}>
        <Title order={2} size="h5" id="notes">
          Notes
        </Title>
        {events.length === 0 ? (
          <Text size="sm" c="dimmed">
            None on these days.
          </Text>
        ) : null}
        <Allowed right="manage_products">
          <Button
            className={classes.toggle}
            variant="default"
            size="compact-sm"
            ref={opener}
            aria-expanded={begun !== null}
            onClick={() => onBegin(begun === null ? day : null)}
          >
            Add a note
          </Button>
          <Text size="sm" c="dimmed" className={classes.toggle}>
            In a period: click under the chart, or press N at its cursor.
          </Text>
        </Allowed>
        {hidden > 0 ? (
          <Button
            className={classes.toggle}
            variant="transparent"
            size="compact-sm"
            px={0}
            onClick={() => setIsWhole(true)}
          >
            Show {hidden} earlier
          </Button>
        ) : null}
      </div>
      {begun === null ? null : (
        <NoteForm
          key={begun}
          initial={{ day: begun, kind: "note", text: "" }}
          onSave={save}
          onCancel={close}
        />
      )}
      {shown.length > 0 ? (
        <ol className={classes.list}>
          {shown.map((event, index) => {
            const note = notes.find(({ id }) => id === event.id);
            const number = hidden + index + 1;
            return note ? (
              <NoteRow
                key={note.id}
                {...{ note, number, locale }}
                onChange={(changed) => change.mutateAsync({ id: note.id, ...changed })}
                onDelete={() => remove.mutate(note)}
              />
            ) : (
              <EventRow key={event.id} {...{ productId, event, number, locale }} />
            );
          })}
        </ol>
      ) : null}
    </section>
  );
}
