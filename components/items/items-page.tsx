"use client";

import { Anchor, Chip, Fieldset, Group, Stack } from "@mantine/core";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useMay } from "@/components/accounts/viewer";
import { emptyWords, isArriving } from "@/components/sources/source-words";
import { useSources } from "@/components/sources/use-sources";
import { TeamButton } from "@/components/teams/team-button";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import type { Source } from "@/lib/contracts/sources";
import { type CategoryOrNone, categoryOrNone } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { DayChips } from "./day-chips";
import { FilterButton } from "./filter-button";
import { FilterChips } from "./filter-chips";
import { itemsParameters } from "./filter-parameters";
import { GroupChip } from "./group-chip";
import { ItemDrawer } from "./item-drawer";
import { ItemsList } from "./items-list";
import { ItemsPages } from "./items-pages";
import { itemsQueryOf } from "./items-query";
import { KnownBanner } from "./known-banner";

/** Every item, narrowed by what the URL says. */
export function ItemsPage({ product }: { product: Product }) {
  const [view, setView] = useQueryStates(itemsParameters);
  const [itemId, setItemId] = useState<string | null>(null);
  const sources = useSources(product.id);
  const mayClassify = useMay("classify");
  const query = itemsQueryOf(view);
  const isNarrowed = Object.keys(query).length > 0;
  const change = (changed: Partial<typeof view>) => void setView(changed);
  return (
    <Stack gap="sm">
      <PageTitle
        title="Items"
        about={`Each with its category and why it has it.${mayClassify ? " Click a category to change it." : ""}`}
      />
      <ItemsPages productId={product.id} />
      <Group gap="xs">
        <CategoryChoice chosen={view.category} onChange={(category) => change({ category })} />
        <FilterButton productId={product.id} filters={view} onChange={change} />
        <TeamButton productId={product.id} filters={view} onChange={change} />
        <Anchor component={Link} href="/definitions" size="xs">
          What the categories mean
        </Anchor>
      </Group>
      {view.asKnownAt ? (
        <KnownBanner
          product={product}
          asKnownAt={view.asKnownAt}
          onBack={() => change({ asKnownAt: null })}
        />
      ) : null}
      <FilterChips productId={product.id} filters={view} sources={sources} onChange={change} />
      <DayChips view={view} locale={useLocale()} onChange={change} />
      <GroupChip view={view} sources={sources} onChange={change} />
      <ItemsList
        productId={product.id}
        timeZone={product.timeZone}
        query={query}
        onDetail={(item) => setItemId(item.id)}
        empty={isNarrowed ? "No item matches. Take a filter away." : nothingStored(sources)}
      />
      <ItemDrawer
        productId={product.id}
        timeZone={product.timeZone}
        itemId={itemId}
        onClose={() => setItemId(null)}
      />
    </Stack>
  );
}

function nothingStored(sources: Source[]): string {
  return sources.length === 0 || isArriving(sources)
    ? "No items are stored yet. They come with the first sync of a source."
    : emptyWords(sources);
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
