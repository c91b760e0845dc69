import type { SetCategories } from "@/lib/contracts/triage";
import type { Category } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import { suggestedOf, type Trait } from "@/lib/domain/triage-trait";
import { commandOf, type TriageItem } from "./triage-step";

/** `category` null: to each what it is suggested to be. */
export type AlikeCommand = { do: "decide"; category: Category | null } | { do: "toggleAll" };

/** What a key asks for while many items are selected. */
export function alikeCommandOf(key: string): AlikeCommand | null {
  if (key.toLowerCase() === "n") return { do: "toggleAll" };
  const command = commandOf(key);
  if (command?.do === "accept") return { do: "decide", category: null };
  return command?.do === "decide" ? command : null;
}

/** Those that can be decided so: accepting takes a suggestion or a doubtful answer. */
export function itemsToDecide(
  selected: readonly TriageItem[],
  category: Category | null,
): TriageItem[] {
  return selected.filter((item) => category !== null || suggestedOf(item) !== null);
}

/** The batch as the API takes it. */
export function batchOf(items: readonly TriageItem[], category: Category | null): SetCategories {
  const ids = items.map(({ id }) => id);
  if (category === null) return { items: ids, confirm: true };
  const kind = kindOfAll(items, category);
  return { items: ids, category, ...(kind && { kind }) };
}

/** The kind that every suggestion brings where all of them are followed. */
function kindOfAll([first, ...rest]: readonly TriageItem[], category: Category): Kind | null {
  const kind = kindOf(first, category);
  return rest.every((item) => kindOf(item, category) === kind) ? kind : null;
}

function kindOf(item: TriageItem | undefined, category: Category): Kind | null {
  const suggestion = item?.suggestion;
  return suggestion?.category === category ? suggestion.kind : null;
}

/** The chosen traits as the filters of the queue. */
export function filtersOf(traits: readonly Trait[]) {
  const textOf = (field: Trait["field"]) => traits.find((trait) => trait.field === field)?.value;
  const label = traits.filter(({ field }) => field === "label").map(({ value }) => value);
  return {
    label,
    suggested: textOf("suggested"),
    type: textOf("type"),
    parent: textOf("parent"),
    author: textOf("author"),
  };
}

/** Names a trait of one item. */
export function traitKey({ field, value }: { field: string; value: string }): string {
  return `${field}:${value}`;
}
