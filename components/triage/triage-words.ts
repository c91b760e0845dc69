import { formatAmount, formatCount } from "@/components/ui/format";
import { mostAtOnce } from "@/lib/contracts/triage";
import type { Category } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import type { Trait } from "@/lib/domain/triage-trait";
import { type BatchStep, itemsOf, type Step } from "./triage-step";

/** What an item has, as others may have it too. */
export function traitWords({ field, value }: Trait): string {
  switch (field) {
    case "suggested":
      return `Looks like ${categoryWords[value].name}`;
    case "label":
      return `Label ${value}`;
    case "type":
      return `Type ${value}`;
    case "parent":
      return `In ${value}`;
    case "author":
      return `By ${value}`;
    default:
      return field satisfies never;
  }
}

/** `12 items, 10 selected.` */
export function selectionWords(
  { total, listed, selected }: { total: number; listed: number; selected: number },
  locale: string,
): string {
  const chosen = `${formatAmount(selected, locale)} selected.`;
  if (total <= mostAtOnce) return `${formatCount(listed, "item", locale)}, ${chosen}`;
  const most = formatAmount(mostAtOnce, locale);
  return `The first ${most} of ${formatCount(total, "item", locale)}, as many as one decision takes; ${chosen}`;
}

/** What became of a batch, and what of it could not be decided. */
export function batchWords(
  { items, category }: BatchStep,
  skipped: number,
  locale: string,
): string {
  const many = formatCount(items.length, "item", locale);
  const done = category
    ? `${many} ${items.length === 1 ? "is" : "are"} ${categoryWords[category].name}`
    : `${many} accepted as suggested`;
  const rest = skipped > 0 ? ` ${formatCount(skipped, "item", locale)} could not be changed.` : "";
  return items.length > 0 ? `${done}. Undo: U.${rest}` : `Nothing was changed.${rest}`;
}

/** What an item or a batch is after its step was undone. */
export function undoneWords(step: Step, locale: string): string {
  const many = itemsOf(step).length !== 1;
  return `${stepName(step, locale)} ${many ? "are" : "is"} undecided again.`;
}

/** The item's key, or how many items it was about. */
export function stepName(step: Step, locale: string): string {
  return step.did === "decideMany" ? formatCount(step.items.length, "item", locale) : step.item.key;
}

export function nameOf(category: Category): string {
  return categoryWords[category].name;
}
