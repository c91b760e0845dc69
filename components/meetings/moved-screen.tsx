"use client";

import { Text, Title } from "@mantine/core";
import { moverLines } from "@/components/movers/mover-lines";
import { moverSelection } from "@/components/movers/mover-selection";
import { MoversTable } from "@/components/movers/movers-table";
import { moversNote, moversSentence } from "@/components/movers/movers-words";
import type { Meeting } from "@/lib/contracts/meetings";
import { useOpenItems } from "./meeting-items";
import classes from "./meetings.module.css";

/** What changed the feature share against the weeks before. */
export function MovedScreen({ meeting, locale }: { meeting: Meeting; locale: string }) {
  const { startedAt, opening } = meeting;
  const { movers } = opening;
  const open = useOpenItems();
  const lines = moverLines(movers);
  const scope = { asKnownAt: startedAt };
  return (
    <>
      <Title order={1} className={classes.headline}>
        What moved it
      </Title>
      <Text>{moversSentence(movers, lines, locale)}</Text>
      {lines.length > 0 ? (
        <MoversTable
          answer={movers}
          lines={lines}
          note={moversNote(movers, locale)}
          locale={locale}
          onOpen={(line, which) => open(moverSelection(movers, line, which, { scope, locale }))}
        />
      ) : null}
    </>
  );
}
