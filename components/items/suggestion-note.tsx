"use client";

import { Button, Group, Text } from "@mantine/core";
import { Allowed } from "@/components/accounts/viewer";
import { CategorySwatch } from "@/components/ui/category-swatch";
import type { Item } from "@/lib/contracts/items";
import { suggestionWords } from "./suggestion-words";
import { useSetCategory } from "./use-set-category";

/** What the text model would say of an unclassified item, to be accepted by a person. */
export function SuggestionNote({ item }: { item: Item }) {
  const { mutate, isPending } = useSetCategory(item.id);
  const { suggestion } = item;
  if (suggestion === null || item.category !== null) return null;
  const { category, kind } = suggestion;
  return (
    <Group gap={8}>
      <Group gap={8} wrap="nowrap">
        <CategorySwatch category={category} />
        <Text size="xs">Suggested: {suggestionWords(suggestion)}</Text>
      </Group>
      <Allowed right="classify">
        <Button
          size="compact-xs"
          variant="default"
          loading={isPending}
          aria-label={`Accept ${suggestionWords(suggestion)} for ${item.key}`}
          onClick={() => mutate({ item, category, kind })}
        >
          Accept
        </Button>
      </Allowed>
    </Group>
  );
}
