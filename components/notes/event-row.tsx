import { Anchor } from "@mantine/core";
import { Link } from "@/components/ui/link";
import type { ChartEvent } from "./chart-events";
import { eventHead } from "./event-words";
import classes from "./notes.module.css";

type EventRowProps = {
  productId: string;
  event: ChartEvent;
  /** As at its mark on the axis. */
  number: number;
  locale: string;
};

/** What was settled elsewhere, and where. */
export function EventRow({ productId, event, number, locale }: EventRowProps) {
  return (
    <li className={classes.note}>
      <span className={classes.number}>▲ {number}</span>
      <div>
        <strong>{eventHead(event, locale)}</strong>
        <p className={classes.text}>
          <bdi>{event.text}</bdi>
        </p>
      </div>
      <Anchor
        component={Link}
        size="sm"
        underline="always"
        className={classes.toggle}
        href={`/products/${productId}/agreement`}
      >
        The agreement
      </Anchor>
    </li>
  );
}
