import {
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { Item } from "@/lib/contracts/items";
import { categories } from "@/lib/domain/category";
import type { newRule } from "./rule-set-edits";

const madeOf = ["label", "type", "title"] as const;

/** A rule to begin with, as a link to the rules page carries it. */
export const newRuleParameters = {
  ruleField: parseAsStringLiteral(madeOf),
  ruleValue: parseAsString,
  ruleCategory: parseAsStringLiteral(categories),
};
export type NewRuleParameters = inferParserType<typeof newRuleParameters>;

const serialize = createSerializer(newRuleParameters);

/** The rules page with a rule begun from what the item has: its first label, its type, or its title. */
export function ruleOfItemAddress(
  productId: string,
  item: Pick<Item, "labels" | "type" | "title" | "category">,
): string {
  const [label] = item.labels;
  const [ruleField, ruleValue] = label
    ? (["label", label] as const)
    : item.type
      ? (["type", item.type] as const)
      : (["title", item.title] as const);
  const ruleCategory = item.category;
  return serialize(`/products/${productId}/rules`, { ruleField, ruleValue, ruleCategory });
}

/** What the link asks for; null where it asks for nothing. */
export function ruleAskedFor({ ruleField, ruleValue, ruleCategory }: NewRuleParameters) {
  if (ruleField === null || ruleValue === null) return null;
  const texts = ruleField === "title" ? { like: [`*${ruleValue}*`] } : { is: [ruleValue] };
  const decide = { action: "classify", category: ruleCategory ?? "maintenance" } as const;
  return { when: { field: ruleField, ...texts }, decide } satisfies Parameters<typeof newRule>[1];
}
