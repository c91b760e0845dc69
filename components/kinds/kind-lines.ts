import { formatAmount, formatCount } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import type { Unit } from "@/lib/domain/balance";
import { type BalanceCategory, balanceCategories } from "@/lib/domain/category";
import { kindDefinitions } from "@/lib/domain/definitions";
import { unitWords } from "@/lib/domain/glossary";
import { type Kind, kinds } from "@/lib/domain/kind";

/** `kind` null: decided without saying which. */
export type KindLine = { kind: Kind | null; name: string; amount: number };

export type CategoryKinds = { category: BalanceCategory; amount: number; lines: KindLine[] };

/** The categories that have any work, with the kinds that occur in them. */
export function kindsOfCategories({ counts, kindsOf }: Balance["totals"]): CategoryKinds[] {
  return balanceCategories
    .map((category) => {
      const lines = kindLines(kindsOf?.[category] ?? {});
      return { category, amount: counts[category], lines };
    })
    .filter(({ lines }) => lines.length > 0);
}

/** The kinds that occur, the largest first; those of no kind last. */
export function kindLines(amounts: Readonly<Record<string, number>>): KindLine[] {
  return Object.entries(amounts)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]): KindLine => {
      const kind = kinds.find((one) => one === name) ?? null;
      return { kind, name: kind === null ? "No kind" : kindDefinitions[kind].name, amount };
    })
    .sort((a, b) => Number(a.kind === null) - Number(b.kind === null) || b.amount - a.amount);
}

/** What most of the classified work was, in one sentence. */
export function kindsSentence(all: readonly CategoryKinds[], unit: Unit, locale: string): string {
  const classified = all.reduce((sum, { amount }) => sum + amount, 0);
  const of = formatCount(classified, `classified ${unitWords[unit].noun}`, locale);
  const largest = all
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind !== null)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, 3)
    .map(({ name, amount }) => `${name} (${formatAmount(amount, locale)})`);
  if (largest.length === 0) return `None of the ${of} has a kind.`;
  const list = new Intl.ListFormat("en").format(largest);
  return classified === 1 ? `Of ${of}: ${list}.` : `Most of the ${of}: ${list}.`;
}
