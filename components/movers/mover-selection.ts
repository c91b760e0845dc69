import { daysWords } from "@/components/balance/comparison-words";
import { itemsBehind, type Scope } from "@/components/balance/items-behind";
import type { ItemsSelection } from "@/components/items/items-drawer";
import type { Movers } from "@/lib/contracts/movers";
import { balanceCategories } from "@/lib/domain/category";
import { unitWords } from "@/lib/domain/glossary";
import type { MoverLine } from "./mover-lines";
import { featuresWords } from "./movers-words";

/** The classified items of a line before or after. */
export function moverSelection(
  { measure, unit, apportioned, ...periods }: Movers,
  line: MoverLine,
  which: "before" | "after",
  { scope, locale }: { scope: Scope; locale: string },
): ItemsSelection {
  const { from, to } = periods[which];
  const behind = itemsBehind({ measure, from, to }, { bucket: null, category: null }, scope);
  const parts = apportioned ? ", shared between the groups of an item" : "";
  return {
    title: `${line.name}, ${daysWords({ from, to }, measure, locale)}`,
    clicked: `New features: ${featuresWords(line[which], locale)} ${unitWords[unit].noun}s${parts}`,
    query: { ...behind, category: [...balanceCategories], ...line.group },
  };
}
