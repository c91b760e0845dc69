"use client";

import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Condition } from "@/lib/classify/rules/condition";
import type { KindsMap, Rule } from "@/lib/classify/rules/rule-set";
import { ConditionEditor } from "./condition-editor";
import { DecisionEditor } from "./decision-editor";
import { problemsAt, type RuleProblems } from "./rule-problems";
import classes from "./rules.module.css";
import { isExact, withSpelling } from "./spelling";

export type RuleEditorProps = {
  productId: string;
  rule: Rule;
  kindsMap: KindsMap;
  /** By their place inside the rule. */
  problems: RuleProblems;
  onChange: (rule: Rule) => void;
  onClose: () => void;
};

/** The form of one rule. What it would move is shown while it is filled in; nothing is saved by it. */
export function RuleEditor({
  productId,
  rule,
  kindsMap,
  problems,
  onChange,
  onClose,
}: RuleEditorProps) {
  return (
    <fieldset className={classes.editor} aria-label={`Edit ${rule.name}`}>
      <Stack gap="sm">
        <TextInput
          label="Name"
          description="Items tell the rule that decided them by this name."
          size="xs"
          maw={420}
          data-autofocus
          value={rule.name}
          error={problems[".name"]}
          onChange={({ currentTarget }) => onChange({ ...rule, name: currentTarget.value })}
        />
        <div>
          <Text size="xs" fw={500} mb={4}>
            If an item meets
          </Text>
          <ConditionEditor
            productId={productId}
            condition={rule.when}
            problems={problemsAt(problems, ".when")}
            onChange={(when) => onChange({ ...rule, when })}
          />
        </div>
        <Spelling when={rule.when} onChange={(when) => onChange({ ...rule, when })} />
        <DecisionEditor
          decide={rule.decide}
          kindsMap={kindsMap}
          error={problems[".decide"]}
          onChange={(decide) => onChange({ ...rule, decide })}
        />
        <Group>
          <Button size="xs" variant="default" onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

function Spelling({ when, onChange }: { when: Condition; onChange: (when: Condition) => void }) {
  return (
    <Checkbox
      size="xs"
      label="Upper and lower case have to be the same"
      checked={isExact(when)}
      onChange={({ currentTarget }) => onChange(withSpelling(when, currentTarget.checked))}
    />
  );
}
