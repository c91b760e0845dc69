import type { RulesComparison } from "@/lib/contracts/rules";
import { categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";

/** What changed from one version of the rules to another, a sentence a change. */
export function comparisonWords(comparison: RulesComparison): string[] {
  const { added, removed, changed, moved, kinds, modelThreshold } = comparison;
  return [
    ...added.map(({ name }) => `Added: ${name}`),
    ...removed.map(({ name }) => `Removed: ${name}`),
    ...changed.map(({ before, after }) =>
      before.name === after.name
        ? `Changed: ${after.name}`
        : `Changed: ${after.name}, before ${before.name}`,
    ),
    ...moved.map(({ name, from, to }) => `Moved: ${name}, from place ${from + 1} to ${to + 1}`),
    ...kinds.map(
      ({ kind, before, after }) =>
        `Kind ${kind.replaceAll("_", " ")}: ${categoryName(before)} before, ${categoryName(after)} after`,
    ),
    ...(modelThreshold
      ? [
          `Text model: taken from ${percent(modelThreshold.before)} on before, ${percent(modelThreshold.after)} after`,
        ]
      : []),
  ];
}

function categoryName(text: string | null): string {
  const category = categories.find((one) => one === text);
  return category ? categoryWords[category].name : "its usual category";
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
