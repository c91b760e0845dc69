"use client";

import { Button, Group, Text } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import type { Item } from "@/lib/contracts/items";
import { type Category, categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./disputes.module.css";

type SettleButtonsProps = {
  item: Item;
  isPending: boolean;
  onSettle: (category: Category | null) => void;
};

/** One click ends the dispute: the category stays, or becomes another. */
export function SettleButtons({ item, isPending, onSettle }: SettleButtonsProps) {
  const current = item.category ?? "unclassified";
  return (
    <Group gap={6} role="group" aria-label={`Settle ${item.key}`}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isPending}
        leftSection={<CategorySwatch category={current} />}
        title="Settles or withdraws the dispute: the category stays as it is"
        onClick={() => onSettle(item.category)}
      >
        Keep {categoryWords[current].name}
      </Button>
      <Text size="xs" c="dimmed" className={classes.or}>
        or change to
      </Text>
      {categories
        .filter((category) => category !== item.category)
        .map((category) => (
          <Button
            key={category}
            size="compact-sm"
            variant="default"
            disabled={isPending}
            leftSection={<CategorySwatch category={category} />}
            title={categoryWords[category].meaning}
            aria-label={`Change to ${categoryWords[category].name}`}
            onClick={() => onSettle(category)}
          >
            {categoryWords[category].name}
          </Button>
        ))}
    </Group>
  );
}
