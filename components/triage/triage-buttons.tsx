"use client";

import { Group } from "@mantine/core";
import { CategoryButtons } from "./category-buttons";
import { KeyButton } from "./key-button";
import classes from "./triage.module.css";
import type { Command } from "./triage-step";

type TriageButtonsProps = {
  canAccept: boolean;
  canDecide: boolean;
  canUndo: boolean;
  run: (command: Command) => void;
};

/** What can be done with the item, each with its key. */
export function TriageButtons({ canAccept, canDecide, canUndo, run }: TriageButtonsProps) {
  return (
    <div className={classes.buttons}>
      <CategoryButtons
        disabled={!canDecide}
        onCategory={(category) => run({ do: "decide", category })}
      />
      <Group gap={8}>
        <KeyButton shown="A" keys="a" disabled={!canAccept} onPress={() => run({ do: "accept" })}>
          Accept
        </KeyButton>
        <KeyButton shown="S" keys="s" disabled={!canDecide} onPress={() => run({ do: "skip" })}>
          Skip
        </KeyButton>
        <KeyButton
          shown="G"
          keys="g"
          title="Decide many of a kind at once"
          disabled={!canDecide}
          onPress={() => run({ do: "alike" })}
        >
          Alike …
        </KeyButton>
        <KeyButton shown="U" keys="u" disabled={!canUndo} onPress={() => run({ do: "undo" })}>
          Undo
        </KeyButton>
      </Group>
    </div>
  );
}
