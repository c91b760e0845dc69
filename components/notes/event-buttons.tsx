"use client";

import { Popover, UnstyledButton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { plotMargin } from "@/components/charts/scale";
import type { ChartEvent } from "./chart-events";
import { type EventMark, eventMarks } from "./event-marks";
import { eventHead, markName } from "./event-words";
import classes from "./notes.module.css";

type EventButtonsProps = {
  events: ChartEvent[];
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
  locale: string;
};

/** What opens the events at their marks. Lies over the picture, which is a control of its own. */
export function EventButtons({ events, buckets, form, locale }: EventButtonsProps) {
  const { ref, width } = useElementSize();
  const { left, right, bottom } = plotMargin;
  return (
    <div ref={ref} className={classes.marks} style={{ left, right, bottom: bottom - 9 }}>
      {width > 0
        ? eventMarks(events, { buckets, form, width }).map((mark) => (
            <MarkButton key={mark.first} mark={mark} locale={locale} />
          ))
        : null}
    </div>
  );
}

function MarkButton({ mark, locale }: { mark: EventMark; locale: string }) {
  const heads = mark.events.map((event) => eventHead(event, locale)).join(", ");
  const what = mark.events.length === 1 ? "Note" : "Notes";
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
        {mark.events.map((event) => (
          <div key={event.id}>
            <strong>{eventHead(event, locale)}</strong>
            <p className={classes.text}>
              <bdi>{event.text}</bdi>
            </p>
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
