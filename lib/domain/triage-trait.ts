import type { Category } from "./category";

/** What items of the triage queue can have in common, in the order it is offered. */
export const traitFields = ["suggested", "label", "type", "parent", "author"] as const;
export type TraitField = (typeof traitFields)[number];

/** A value that an item shares with others. `suggested` is what accepting it would decide. */
export type Trait =
  | { field: "suggested"; value: Category }
  | { field: Exclude<TraitField, "suggested">; value: string };

/** The most traits that can be asked for at once, and the longest value: more labels no tracker allows. */
export const mostTraits = 50;
export const longestTraitValue = 500;

type TraitItem = {
  category: Category | null;
  suggestion: { category: Category } | null;
  labels: readonly string[];
  type: string | null;
  parentKey: string | null;
  author: string | null;
};

/** What accepting an item means: its suggestion, or the doubtful answer that it has. */
export function suggestedOf({
  suggestion,
  category,
}: Pick<TraitItem, "suggestion" | "category">): Category | null {
  return suggestion?.category ?? category;
}

/** What others may have in common with an item. */
export function traitsOf(item: TraitItem): Trait[] {
  const suggested = suggestedOf(item);
  const texts = [
    ...[...new Set(item.labels)].map((value) => ({ field: "label" as const, value })),
    { field: "type" as const, value: item.type ?? "" },
    { field: "parent" as const, value: item.parentKey ?? "" },
    { field: "author" as const, value: item.author ?? "" },
  ].filter(({ value }) => value !== "" && value.length <= longestTraitValue);
  const all: Trait[] = suggested ? [{ field: "suggested", value: suggested }, ...texts] : texts;
  return all.slice(0, mostTraits);
}
