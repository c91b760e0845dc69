"use client";

import { Popover, UnstyledButton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { plotMargin } from "@/components/charts/scale";
import type { Note } from "@/lib/contracts/notes";
import { type NoteMark, noteMarks } from "./note-marks";
import { markName, noteHead } from "./note-words";
import classes from "./notes.module.css";

type NoteButtonsProps = {
  notes: Note[];
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
  locale: string;
};

/** What opens the notes at their marks. Lies over the picture, which is a control of its own. */
export function NoteButtons({ notes, buckets, form, locale }: NoteButtonsProps) {
  const { ref, width } = useElementSize();
  const { left, right, bottom } = plotMargin;
  return (
    <div ref={ref} className={classes.marks} style={{ left, right, bottom: bottom - 9 }}>
      {width > 0
        ? noteMarks(notes, { buckets, form, width }).map((mark) => (
            <MarkButton key={mark.first} mark={mark} locale={locale} />
          ))
        : null}
    </div>
  );
}

function MarkButton({ mark, locale }: { mark: NoteMark; locale: string }) {
  const heads = mark.notes.map((note) => noteHead(note, locale)).join(", ");
  const what = mark.notes.length === 1 ? "Note" : "Notes";
  return (
    <Popover position="top" withArrow shadow="md" trapFocus returnFocus width={300}>
      <Popover.Target>
        <UnstyledButton
          className={classes.mark}
          style={{ left: `${mark.at * 100}%` }}
          aria-label={`${what} ${markName(mark)}: ${heads}`}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.popover} tabIndex={-1} data-autofocus>
        {mark.notes.map((note) => (
          <div key={note.id}>
            <strong>{noteHead(note, locale)}</strong>
            <p className={classes.text}>
              <bdi>{note.text}</bdi>
            </p>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
