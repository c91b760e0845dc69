"use client";

import { Group, NativeSelect, TextInput } from "@mantine/core";
import type { Condition } from "@/lib/classify/rules/condition";
import { comparisonTests, testNames, testOf, textsOf, withChange } from "./comparison-test";
import { ruleFieldOf, ruleFieldsInOrder } from "./rule-fields";
import type { RuleProblems } from "./rule-problems";
import { ValuesField } from "./values-field";

type ComparisonEditorProps = {
  productId: string;
  condition: Condition;
  problems: RuleProblems;
  onChange: (condition: Condition) => void;
};

/** One comparison: which field, how it is compared, and with what. */
export function ComparisonEditor({
  productId,
  condition,
  problems,
  onChange,
}: ComparisonEditorProps) {
  const test = testOf(condition);
  const field = condition.field ?? "label";
  return (
    <Group gap={6} align="flex-start" flex="1 1 0" miw={0}>
      <NativeSelect
        aria-label="Field"
        size="xs"
        data={ruleFieldsInOrder}
        value={field}
        error={problems[".field"] ?? problems[""]}
        onChange={({ currentTarget }) =>
          onChange(withChange(condition, { field: ruleFieldOf(currentTarget.value) }))
        }
      />
      {field === "custom" ? (
        <TextInput
          aria-label="Name of the custom field"
          placeholder="Name of the field"
          size="xs"
          value={condition.name ?? ""}
          error={problems[".name"]}
          onChange={({ currentTarget }) => onChange({ ...condition, name: currentTarget.value })}
        />
      ) : null}
      <NativeSelect
        aria-label="Comparison"
        size="xs"
        data={comparisonTests.map((value) => ({ value, label: testNames[value] }))}
        value={test}
        onChange={({ currentTarget }) => {
          const chosen = comparisonTests.find((one) => one === currentTarget.value);
          if (chosen) onChange(withChange(condition, { test: chosen }));
        }}
      />
      {test === "matches" ? (
        <TextInput
          aria-label="Regular expression"
          size="xs"
          flex="1 1 200px"
          miw={0}
          value={condition.matches ?? ""}
          error={problems[".matches"]}
          onChange={({ currentTarget }) =>
            onChange(withChange(condition, { texts: [currentTarget.value] }))
          }
        />
      ) : null}
      {test === "is" || test === "like" ? (
        <ValuesField
          productId={productId}
          field={field}
          values={textsOf(condition)}
          error={problems[".is"] ?? problems[".like"]}
          onChange={(texts) => onChange(withChange(condition, { texts }))}
        />
      ) : null}
    </Group>
  );
}
