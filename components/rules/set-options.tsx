"use client";

import { NativeSelect, NumberInput, Stack, Text } from "@mantine/core";
import type { KindsMap, RuleSet } from "@/lib/classify/rules/rule-set";
import { categories } from "@/lib/domain/category";
import { kindDefinitions } from "@/lib/domain/definitions";
import { categoryWords } from "@/lib/domain/glossary";
import { defaultCategoryOfKind, type Kind, kinds } from "@/lib/domain/kind";
import classes from "./set-options.module.css";

type SetOptionsProps = {
  ruleSet: RuleSet;
  error?: string | undefined;
  onEdit: (change: (before: RuleSet) => RuleSet) => void;
};

/** What else a product decides: how sure the text model has to be, and what kinds count for. */
export function SetOptions({ ruleSet, error, onEdit }: SetOptionsProps) {
  return (
    <Stack gap="md">
      <NumberInput
        label="The text model decides from"
        description="Below it the item stays unclassified, with a suggestion."
        size="xs"
        maw={280}
        min={50}
        max={100}
        suffix=" %"
        value={Math.round(ruleSet.modelThreshold * 100)}
        error={error}
        onChange={(value) => {
          if (typeof value !== "number" || value < 50 || value > 100) return;
          onEdit((set) => ({ ...set, modelThreshold: value / 100 }));
        }}
      />
      <div>
        <Text size="xs" fw={500}>
          What kinds count for
        </Text>
        <div className={classes.kinds}>
          {kinds.map((kind) => (
            <NativeSelect
              key={kind}
              label={kindDefinitions[kind].name}
              size="xs"
              data={[
                { value: "", label: `${categoryWords[defaultCategoryOfKind[kind]].name} (usual)` },
                ...categories
                  .filter((category) => category !== defaultCategoryOfKind[kind])
                  .map((value) => ({ value, label: categoryWords[value].name })),
              ]}
              value={ruleSet.kinds[kind] ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onEdit((set) => ({ ...set, kinds: withKind(set.kinds, kind, value) }))
              }
            />
          ))}
        </div>
      </div>
    </Stack>
  );
}

/** An empty choice gives the kind its usual category back. */
function withKind(map: KindsMap, kind: Kind, choice: string): KindsMap {
  const { [kind]: _, ...others } = map;
  const category = categories.find((one) => one === choice);
  return category ? { ...others, [kind]: category } : others;
}
