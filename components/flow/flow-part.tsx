"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { SaveMultiplesButton } from "@/components/ui/save-multiples-button";
import classes from "./flow.module.css";

type FlowPartProps = {
  title: string;
  sentence: string;
  /** How the picture is to be read. */
  note: ReactNode;
  picture: ReactNode;
  /** Its numbers, and what the button to show them calls it. */
  table: ReactNode;
  tableOf: string;
};

/** The answer in a sentence, its pictures and, where it is asked for, their table. */
export function FlowPart({ title, sentence, note, picture, table, tableOf }: FlowPartProps) {
  const [shown, setShown] = useState(false);
  const pictures = useRef<HTMLDivElement>(null);
  return (
    <section className={classes.part}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text className={classes.sentence}>{sentence}</Text>
      <div className={classes.under}>
        <Text size="sm" c="dimmed">
          {note}
        </Text>
        <Group gap="md">
          <SaveMultiplesButton
            className={classes.toggle}
            place={pictures}
            what={tableOf}
            title={`${title}. ${sentence}`}
            fileName={`${title.toLowerCase().replaceAll(" ", "-")}.png`}
          />
          <Button
            className={classes.toggle}
            variant="transparent"
            size="compact-sm"
            px={0}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? `Hide the table of ${tableOf}` : `Show ${tableOf} as a table`}
          </Button>
        </Group>
      </div>
      <div ref={pictures}>{picture}</div>
      {shown ? table : null}
    </section>
  );
}
