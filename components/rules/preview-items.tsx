"use client";

import { Text } from "@mantine/core";
import { becauseWords } from "@/components/items/because-words";
import type { PreviewItem } from "@/lib/contracts/rules";
import classes from "./rules.module.css";
import { Way } from "./way";

/** The items that would move, each with why it is where it is and what would decide it then. */
export function PreviewItems({ items }: { items: PreviewItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.items} aria-label="Items that would move">
      {items.map(({ id, key, title, from, to }) => (
        <li key={id}>
          <Text size="sm">
            <bdi>{title}</bdi>{" "}
            <Text span c="dimmed" inherit>
              {key}
            </Text>
          </Text>
          <Way from={from.category} to={to.category} />
          <Text size="xs" c="dimmed">
            {because(from)} → {because(to)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function because(answer: PreviewItem["from"]): string {
  return becauseWords({ ...answer, resolution: null });
}
