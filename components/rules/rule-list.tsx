"use client";

import { Text, VisuallyHidden } from "@mantine/core";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { notify } from "@/components/ui/notify";
import type { Rule, RuleSet } from "@/lib/classify/rules/rule-set";
import type { RulesPreview } from "@/lib/contracts/rules";
import { problemsAt, type RuleProblems } from "./rule-problems";
import { RuleRow } from "./rule-row";
import { withoutRule, withRule, withRuleAt, withRuleMoved } from "./rule-set-edits";
import classes from "./rules.module.css";

type RuleListProps = {
  productId: string;
  ruleSet: RuleSet;
  summary: RulesPreview["summary"];
  /** What the rules decide could not be counted. */
  isUncounted: boolean;
  problems: RuleProblems;
  /** The rule whose form is open. */
  openId: string | null;
  onOpen: (id: string | null) => void;
  onEdit: (change: (before: RuleSet) => RuleSet) => void;
};

/** The rules in their order: by dragging or by their buttons it is changed, and the first wins. */
export function RuleList({
  productId,
  ruleSet,
  summary,
  isUncounted,
  problems,
  openId,
  onOpen,
  onEdit,
}: RuleListProps) {
  const { rules } = ruleSet;
  const [grabbed, setGrabbed] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { said, move } = useMoves(rules, onEdit);
  const grab = (id: string, event: DragEvent<HTMLElement>) => {
    const row = event.currentTarget.closest("li");
    if (row) event.dataTransfer.setDragImage(row, 8, 8);
    event.dataTransfer.effectAllowed = "move";
    setGrabbed(id);
  };
  const drop = (to: number) => {
    if (grabbed !== null) move(grabbed, to);
    setGrabbed(null);
    setOver(null);
  };
  const remove = (rule: Rule, at: number) => {
    onEdit((set) => withoutRule(set, rule.id));
    const restore = () => onEdit((set) => withRuleAt(withoutRule(set, rule.id), rule, at));
    void notify({ message: `${rule.name} is removed.`, action: { label: "Undo", run: restore } });
  };
  if (rules.length === 0) {
    return (
      <Text c="dimmed">
        There is no rule. Labels, types, title prefixes, parents and the text model decide.
      </Text>
    );
  }
  return (
    <>
      <ol className={classes.list} aria-label="Rules, the first that an item meets decides">
        {rules.map((rule, position) => (
          <li
            key={rule.id}
            className={classes.row}
            data-over={over === position && grabbed !== rule.id ? "true" : undefined}
            onDragOver={(event) => {
              if (grabbed === null) return;
              event.preventDefault();
              setOver(position);
            }}
            onDrop={() => drop(position)}
            onDragEnd={() => drop(-1)}
          >
            <RuleRow
              productId={productId}
              rule={rule}
              position={position}
              count={rules.length}
              kindsMap={ruleSet.kinds}
              matches={summary?.matches.find(({ ruleId }) => ruleId === rule.id)?.items ?? null}
              isUncounted={isUncounted}
              warnings={warningsOf(summary, rule.id)}
              problems={problemsAt(problems, `rules.${position}`)}
              isOpen={openId === rule.id}
              onGrab={grab}
              onOpen={onOpen}
              onMove={move}
              onChange={(changed) => onEdit((set) => withRule(set, changed))}
              onRemove={remove}
            />
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

function warningsOf(summary: RulesPreview["summary"], id: string): string[] {
  const own = (summary?.warnings ?? []).filter(({ ruleId }) => ruleId === id);
  return own.map(({ message }) => message);
}

/** Moves rules, says where each went, and keeps the focus on the button that moved it. */
function useMoves(rules: Rule[], onEdit: RuleListProps["onEdit"]) {
  const [said, setSaid] = useState("");
  const pressed = useRef<string | null>(null);
  // The order is what takes the focus away, so it is given back once the new one is drawn.
  useEffect(() => {
    const button = pressed.current && document.getElementById(pressed.current);
    if (button) button.focus();
    pressed.current = null;
  });
  const move = (id: string, to: number) => {
    const from = rules.findIndex((rule) => rule.id === id);
    const name = rules[from]?.name;
    if (to < 0 || to === from || name === undefined) return;
    pressed.current = document.activeElement?.id || null;
    onEdit((set) => withRuleMoved(set, id, to));
    setSaid(`${name} is now rule ${to + 1} of ${rules.length}.`);
  };
  return { said, move };
}
