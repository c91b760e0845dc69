import { Text } from "@mantine/core";
import { TrackerLink } from "@/components/ui/tracker-link";
import type { Settled } from "@/lib/contracts/meetings";
import { settledWords } from "@/lib/meetings/record-words";
import classes from "./meetings.module.css";

/** The items that people settled, each with what became of it. */
export function SettledList({ settled }: { settled: Settled[] }) {
  if (settled.length === 0) return <Text>Nothing yet.</Text>;
  return (
    <ul className={classes.list} data-testid="settled">
      {settled.map((one) => (
        <li key={one.itemId}>
          <TrackerLink url={one.url} inText>
            {one.key}
          </TrackerLink>{" "}
          <bdi>{one.title}</bdi>: {settledWords(one)}
        </li>
      ))}
    </ul>
  );
}
