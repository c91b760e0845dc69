"use client";

import { Button, CloseButton, Fieldset, Group, NativeSelect, Stack } from "@mantine/core";
import type { Condition } from "@/lib/classify/rules/condition";
import { ComparisonEditor } from "./comparison-editor";
import { conditionOf, type GroupMode, groupModes, groupOf, isComparison } from "./condition-group";
import type { RuleProblems } from "./rule-problems";
import { problemsAt } from "./rule-problems";
import classes from "./rules.module.css";

type ConditionEditorProps = {
  productId: string;
  condition: Condition;
  problems: RuleProblems;
  onChange: (condition: Condition) => void;
  /** Groups around this one. */
  depth?: number;
};

const modeNames: Record<GroupMode, string> = {
  all: "all of these",
  any: "any of these",
  none: "none of these",
};

/** Groups offered inside each other; a file may bring more, which are shown all the same. */
const deepestOffered = 2;
const emptyComparison: Condition = { field: "label", is: [] };

/** A group of comparisons and of further groups. */
export function ConditionEditor({
  productId,
  condition,
  problems,
  onChange,
  depth = 0,
}: ConditionEditorProps) {
  const { mode, parts, pathOf } = groupOf(condition);
  const change = (changed: Condition[]) => onChange(conditionOf({ mode, parts: changed }));
  return (
    <Fieldset
      variant="unstyled"
      aria-label={depth === 0 ? "Conditions" : "Group of conditions"}
      className={depth === 0 ? undefined : classes.group}
    >
      <Stack gap={8}>
        <NativeSelect
          aria-label="How many have to be met"
          size="xs"
          w={150}
          data={groupModes.map((value) => ({ value, label: modeNames[value] }))}
          value={mode}
          onChange={({ currentTarget }) => {
            const chosen = groupModes.find((one) => one === currentTarget.value);
            if (chosen) onChange(conditionOf({ mode: chosen, parts }));
          }}
        />
        {parts.map((part, index) => {
          const path = pathOf(index);
          const Editor = isComparison(part) ? ComparisonEditor : ConditionEditor;
          return (
            <Group key={path} gap={6} align="flex-start" wrap="nowrap">
              <Editor
                productId={productId}
                condition={part}
                problems={problemsAt(problems, path)}
                onChange={(changed) => change(parts.with(index, changed))}
                depth={depth + 1}
              />
              <CloseButton
                size="sm"
                aria-label={`Remove condition ${index + 1}`}
                disabled={parts.length === 1}
                onClick={() => change(parts.toSpliced(index, 1))}
              />
            </Group>
          );
        })}
        <Group gap={6}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => change([...parts, emptyComparison])}
          >
            Add a condition
          </Button>
          {depth + 1 < deepestOffered ? (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => change([...parts, { any: [emptyComparison] }])}
            >
              Add a group
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Fieldset>
  );
}
