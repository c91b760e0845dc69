"use client";

import { Anchor, Button, Chip, Drawer, Fieldset, Group, Stack, Text } from "@mantine/core";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useSources } from "@/components/sources/use-sources";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { PageTitle } from "@/components/ui/page-title";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import { type CategoryOrNone, categoryOrNone } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { DayChips } from "./day-chips";
import { FilterButton } from "./filter-button";
import { FilterChips } from "./filter-chips";
import { itemsParameters } from "./filter-parameters";
import { ItemDetailView } from "./item-detail-view";
import { ItemsList } from "./items-list";
import { itemsQueryOf } from "./items-query";

/** Every item, narrowed by what the URL says. */
export function ItemsPage({ product }: { product: Product }) {
  const [view, setView] = useQueryStates(itemsParameters);
  const [itemId, setItemId] = useState<string | null>(null);
  const sources = useSources(product.id);
  const change = (changed: Partial<typeof view>) => void setView(changed);
  return (
    <Stack gap="sm">
      <PageTitle
        title="Items"
        about="Each with its category and why it has it. Click a category to change it."
      />
      <Group gap="xs">
        <CategoryChoice chosen={view.category} onChange={(category) => change({ category })} />
        <FilterButton productId={product.id} filters={view} onChange={change} />
        <Button component={Link} href={`/products/${product.id}/triage`} size="xs" variant="subtle">
          Triage
        </Button>
        <Anchor component={Link} href="/definitions" size="xs">
          What the categories mean
        </Anchor>
      </Group>
      <FilterChips filters={view} sources={sources} onChange={change} />
      <DayChips view={view} locale={useLocale()} onChange={change} />
      <ItemsList
        productId={product.id}
        timeZone={product.timeZone}
        query={itemsQueryOf(view)}
        onDetail={(item) => setItemId(item.id)}
        empty="No item matches. Take a filter away, or wait for the first sync."
      />
      <Drawer
        opened={itemId !== null}
        onClose={() => setItemId(null)}
        position="right"
        size="min(640px, 100vw)"
        title={<Text fw={600}>Item</Text>}
        closeButtonProps={{ "aria-label": "Close the item" }}
        transitionProps={{ duration: 120 }}
      >
        {itemId ? (
          <ItemDetailView productId={product.id} itemId={itemId} timeZone={product.timeZone} />
        ) : null}
      </Drawer>
    </Stack>
  );
}

type CategoryChoiceProps = {
  chosen: CategoryOrNone[] | null;
  onChange: (chosen: CategoryOrNone[] | null) => void;
};

function CategoryChoice({ chosen, onChange }: CategoryChoiceProps) {
  const pick = (values: string[]) => {
    const known = categoryOrNone.filter((category) => values.includes(category));
    onChange(known.length > 0 ? known : null);
  };
  return (
    <Fieldset variant="unstyled" aria-label="Categories">
      <Chip.Group multiple value={chosen ?? []} onChange={pick}>
        <Group gap={6}>
          {categoryOrNone.map((category) => (
            <Chip key={category} value={category} size="xs" variant="outline">
              <Group gap={6} wrap="nowrap" display="inline-flex">
                <CategorySwatch category={category} /> {categoryWords[category].name}
              </Group>
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
