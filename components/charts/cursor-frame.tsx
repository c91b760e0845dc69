"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import classes from "./cursor-frame.module.css";
import { CursorMark } from "./cursor-mark";
import { indexAt, plotMargin } from "./scale";

export type CursorFrameProps = {
  count: number;
  form: "bars" | "areas";
  cursor: number | null;
  onCursor: (index: number | null) => void;
  /** `height` is where in the picture it was chosen, 0 at the bottom to 1; null by keyboard. */
  onChoose: (index: number, height: number | null) => void;
  /** Chosen under the axis, or with N; absent: that is as anywhere else. */
  onNote?: (index: number) => void;
  /** The cursor's bucket in words, for those who do not see it. */
  description: string;
  label: string;
  panel: ReactNode;
  children: ReactNode;
};

/** Reads a picture bucket by bucket: pointer or arrow keys move a cursor, click or Enter chooses. */
export function CursorFrame(props: CursorFrameProps) {
  const { count, form, cursor, onCursor, onChoose, onNote } = props;
  const { description, label, panel, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const place = (event: MouseEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return null;
    const across = (event.clientX - box.left - plotMargin.left) / plotWidth(box);
    const height = box.height - plotMargin.top - plotMargin.bottom;
    const up = 1 - (event.clientY - box.top - plotMargin.top) / height;
    return across < 0 || across > 1 ? null : { index: indexAt(across, count, form), up };
  };
  const [last, setLast] = useState(count - 1);
  const present = cursor ?? Math.min(last, count - 1);
  const move = (index: number | null) => {
    if (index !== null) setLast(index);
    onCursor(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, present, count);
    if (next !== null) {
      event.preventDefault();
      move(next);
    }
    if (event.key === "Enter") {
      // Or the same press would reach what takes the focus: a dialog's button that closes it.
      event.preventDefault();
      onChoose(present, null);
    }
    if (onNote && event.key === "n" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Or it would be typed into the note.
      event.preventDefault();
      onNote(present);
    }
    if (event.key === "Escape") onCursor(null);
  };
  const onClick = (event: MouseEvent) => {
    const at = place(event);
    if (!at) return;
    if (onNote && at.up < 0) onNote(at.index);
    else onChoose(at.index, at.up);
  };
  return (
    <div
      ref={frame}
      className={classes.frame}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={present + 1}
      aria-valuetext={description}
      onFocus={() => move(present)}
      onBlur={() => onCursor(null)}
      onMouseMove={(event) => move(place(event)?.index ?? null)}
      onMouseLeave={() => onCursor(null)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {children}
      {cursor === null ? null : (
        <CursorMark cursor={cursor} count={count} form={form} panel={panel} />
      )}
    </div>
  );
}

/** The bucket a key leads to; null for keys that are not the cursor's. */
function moved(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, index - 1);
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(count - 1, index + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function plotWidth(box: { width: number }): number {
  return box.width - plotMargin.left - plotMargin.right;
}
