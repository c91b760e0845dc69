"use client";

import { Group } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { type Category, categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { KeyButton } from "./key-button";
import { categoryKeys } from "./triage-step";

type CategoryButtonsProps = {
  disabled: boolean;
  onCategory: (category: Category) => void;
};

/** Each category with its key. */
export function CategoryButtons({ disabled, onCategory }: CategoryButtonsProps) {
  return (
    <Group gap={8}>
      {categories.map((category) => (
        <KeyButton
          key={category}
          shown={categoryKeys[category].shown}
          keys={categoryKeys[category].keys.join(" ")}
          title={categoryWords[category].meaning}
          disabled={disabled}
          onPress={() => onCategory(category)}
        >
          <CategorySwatch category={category} /> {categoryWords[category].name}
        </KeyButton>
      ))}
    </Group>
  );
}
