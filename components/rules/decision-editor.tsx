"use client";

import { Group, NativeSelect } from "@mantine/core";
import type { KindsMap, Rule } from "@/lib/classify/rules/rule-set";
import { categories } from "@/lib/domain/category";
import { kindDefinitions } from "@/lib/domain/definitions";
import { categoryWords } from "@/lib/domain/glossary";
import { kinds } from "@/lib/domain/kind";
import { categoryDecided, categoryOf } from "./rule-words";

type DecisionEditorProps = {
  decide: Rule["decide"];
  kindsMap: KindsMap;
  error?: string | undefined;
  onChange: (decide: Rule["decide"]) => void;
};

const others = [
  { value: "leave_unclassified", label: "leave unclassified" },
  { value: "skip_rules", label: "let no rule decide" },
] as const;

/** The category, and the kind inside it; or that nothing is decided. */
export function DecisionEditor({ decide, kindsMap, error, onChange }: DecisionEditorProps) {
  const category = categoryDecided(decide, kindsMap);
  const kind = decide.action === "classify" ? (decide.kind ?? "") : "";
  const pickCategory = (value: string) => {
    const chosen = categories.find((one) => one === value);
    const other = others.find((one) => one.value === value);
    if (chosen) onChange({ action: "classify", category: chosen });
    if (other) onChange({ action: other.value });
  };
  const pickKind = (value: string) => {
    const chosen = kinds.find((one) => one === value);
    if (chosen) onChange({ action: "classify", kind: chosen });
    else if (category) onChange({ action: "classify", category });
  };
  return (
    <Group gap={6} align="flex-start">
      <NativeSelect
        label="Then it is"
        size="xs"
        data={[
          ...categories.map((value) => ({ value, label: categoryWords[value].name })),
          ...others,
        ]}
        value={category ?? decide.action}
        error={error}
        onChange={({ currentTarget }) => pickCategory(currentTarget.value)}
      />
      {category === null ? null : (
        <NativeSelect
          label="Kind"
          size="xs"
          data={[
            { value: "", label: "any" },
            ...kinds
              .filter((one) => categoryOf(one, kindsMap) === category)
              .map((value) => ({ value, label: kindDefinitions[value].name })),
          ]}
          value={kind}
          onChange={({ currentTarget }) => pickKind(currentTarget.value)}
        />
      )}
    </Group>
  );
}
