"use client";

import { type KeyboardEvent, memo } from "react";
import { becauseWords } from "@/components/items/because-words";
import { suggestionWords } from "@/components/items/suggestion-words";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./alike.module.css";
import type { TriageItem } from "./triage-step";

type AlikeListProps = {
  items: readonly TriageItem[];
  unselected: ReadonlySet<string>;
  onToggle: (id: string) => void;
};

/** The items with a check box each: one stop of the Tab key, in which the arrow keys move. */
export function AlikeList({ items, unselected, onToggle }: AlikeListProps) {
  return (
    <ul className={classes.list} aria-label="Items that share it">
      {items.map((item, at) => (
        <AlikeRow
          key={item.id}
          item={item}
          isFirst={at === 0}
          isSelected={!unselected.has(item.id)}
          onToggle={onToggle}
        />
      ))}
    </ul>
  );
}

type AlikeRowProps = {
  item: TriageItem;
  isFirst: boolean;
  isSelected: boolean;
  onToggle: (id: string) => void;
};

/** Remembered: of a thousand rows a key press changes one. */
const AlikeRow = memo(function AlikeRow({ item, isFirst, isSelected, onToggle }: AlikeRowProps) {
  return (
    <li className={classes.row}>
      <label className={classes.choice}>
        <input
          type="checkbox"
          tabIndex={isFirst ? 0 : -1}
          checked={isSelected}
          onChange={() => onToggle(item.id)}
          onKeyDown={moveFocus}
        />
        <span className={classes.words}>
          <bdi>{item.title}</bdi>
          <span className={classes.answer}>
            <bdi>{item.key}</bdi> · <bdi>{answerWords(item)}</bdi>
          </span>
        </span>
      </label>
    </li>
  );
});

function answerWords(item: TriageItem): string {
  const { suggestion, category } = item;
  if (suggestion) return `suggested ${suggestionWords(suggestion)}`;
  return `${categoryWords[category ?? "unclassified"].name}: ${becauseWords(item)}`;
}

function moveFocus(event: KeyboardEvent<HTMLInputElement>) {
  const boxes = [...(event.currentTarget.closest("ul")?.querySelectorAll("input") ?? [])];
  const at = boxes.indexOf(event.currentTarget);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  boxes[to]?.focus();
}
