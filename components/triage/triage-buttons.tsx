"use client";

import { Button, Group, Kbd } from "@mantine/core";
import type { ReactNode } from "react";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./triage.module.css";
import { type Command, categoryKeys } from "./triage-step";

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
      <Group gap={8}>
        {categories.map((category) => (
          <KeyButton
            key={category}
            shown={categoryKeys[category].shown}
            keys={categoryKeys[category].keys.join(" ")}
            title={categoryWords[category].meaning}
            disabled={!canDecide}
            onPress={() => run({ do: "decide", category })}
          >
            <CategorySwatch category={category} /> {categoryWords[category].name}
          </KeyButton>
        ))}
      </Group>
      <Group gap={8}>
        <KeyButton shown="A" keys="a" disabled={!canAccept} onPress={() => run({ do: "accept" })}>
          Accept
        </KeyButton>
        <KeyButton shown="S" keys="s" disabled={!canDecide} onPress={() => run({ do: "skip" })}>
          Skip
        </KeyButton>
        <KeyButton shown="U" keys="u" disabled={!canUndo} onPress={() => run({ do: "undo" })}>
          Undo
        </KeyButton>
      </Group>
    </div>
  );
}

type KeyButtonProps = {
  shown: string;
  keys: string;
  title?: string;
  disabled: boolean;
  onPress: () => void;
  children: ReactNode;
};

function KeyButton({ shown, keys, title, disabled, onPress, children }: KeyButtonProps) {
  return (
    <Button
      variant="default"
      title={title}
      disabled={disabled}
      aria-keyshortcuts={keys}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          {shown}
        </Kbd>
      }
      onClick={onPress}
    >
      <span className={classes.label}>{children}</span>
    </Button>
  );
}
