"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { useMay } from "@/components/accounts/viewer";
import { CategorySwatch } from "@/components/ui/category-swatch";
import type { Item } from "@/lib/contracts/items";
import { categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./category-cell.module.css";
import { useSetCategory } from "./use-set-category";

/** An item's category; a click offers the others, a second one decides. */
export function CategoryCell({ item }: { item: Item }) {
  const { mutate } = useSetCategory(item.id);
  const mayDecide = useMay("classify");
  const current = item.category ?? "unclassified";
  if (!mayDecide) {
    return (
      <span className={classes.badge}>
        <CategorySwatch category={current} />
        {categoryWords[current].name}
      </span>
    );
  }
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      withinPortal
      shadow="md"
      width={230}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <UnstyledButton
          className={classes.badge}
          aria-label={`Category of ${item.key}: ${categoryWords[current].name}. Change it`}
        >
          <CategorySwatch category={current} />
          {categoryWords[current].name}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {categories.map((category) => (
          <Menu.Item
            key={category}
            leftSection={<CategorySwatch category={category} />}
            aria-current={category === current ? "true" : undefined}
            title={categoryWords[category].meaning}
            fw={category === current ? 600 : undefined}
            onClick={() => mutate({ item, category })}
          >
            {categoryWords[category].name}
          </Menu.Item>
        ))}
        {item.because === "override" ? (
          <>
            <Menu.Divider role="separator" />
            <Menu.Item onClick={() => mutate({ item, category: null })}>
              Take back the decision
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
