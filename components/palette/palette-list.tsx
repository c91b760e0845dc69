"use client";

import { Box, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { formatCount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import { type Command, type CommandTarget, commandGroups } from "./commands";
import { matchCommands } from "./match-commands";
import classes from "./palette.module.css";

type PaletteListProps = { commands: Command[]; onChoose: (target: CommandTarget) => void };

/** A field that narrows the commands; arrow keys move among them, Enter or a click chooses. */
export function PaletteList({ commands, onChoose }: PaletteListProps) {
  const id = useId();
  const locale = useLocale();
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const found = matchCommands(commands, query);
  const active = Math.min(place, found.length - 1);
  const idOf = (index: number) => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setPlace((active + step + found.length) % found.length);
    }
    const chosen = found[active];
    if (event.key === "Enter" && !event.nativeEvent.isComposing && chosen) {
      event.preventDefault();
      onChoose(chosen.target);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label="Page, view, team, action or product"
        placeholder="Page, view, team, action or product"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? idOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setPlace(0);
        }}
      />
      <div id={id} className={classes.list} role="listbox" aria-label="Where to go">
        {commandGroups.map((group) => (
          <CommandsOfGroup key={group} id={`${id}-${group}`} name={group} found={found}>
            {(command, index) => (
              <Box
                key={`${command.name} ${index}`}
                id={idOf(index)}
                role="option"
                className={classes.command}
                aria-selected={index === active}
                onMouseMove={() => setPlace(index)}
                onClick={() => onChoose(command.target)}
              >
                {command.name}
              </Box>
            )}
          </CommandsOfGroup>
        ))}
      </div>
      {found.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          Nothing here is called that.
        </Text>
      ) : null}
      <VisuallyHidden role="status">{formatCount(found.length, "result", locale)}</VisuallyHidden>
    </>
  );
}

const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };

type GroupProps = {
  id: string;
  name: string;
  found: Command[];
  children: (command: Command, index: number) => ReactNode;
};

function CommandsOfGroup({ id, name, found, children }: GroupProps) {
  const own = found.flatMap((command, index) =>
    command.group === name ? [{ command, index }] : [],
  );
  if (own.length === 0) return null;
  return (
    <Box role="group" aria-labelledby={id}>
      <div id={id} className={classes.group}>
        {name}
      </div>
      {own.map(({ command, index }) => children(command, index))}
    </Box>
  );
}
