import { type FeatureVector, FeatureViews } from "@/lib/classify/model/feature-view";
import type { Example } from "@/lib/classify/model/fit-margin";
import { type ReadWords, readFeatures } from "@/lib/classify/model/read-features";
import type { BalanceCategory } from "@/lib/domain/category";
import { type CorpusRow, readCorpus, trainingFiles } from "./corpus";
import { categoryByDefinition, definitionTexts } from "./definition-texts";

/** A row with its features read, and those of its title alone where it has a body. */
export type ReadRow = {
  row: CorpusRow;
  features: FeatureVector;
  read: ReadWords;
  short: FeatureVector | null;
  /** What it is by the definitions; null where it teaches nothing about kinds of upkeep. */
  category: BalanceCategory | null;
  /** Whether its title alone is learnt too, so that titles alone are known. */
  learnShort: boolean;
};

/** Everything that is trained on, in one order. */
export function readTrainingRows(folder: string): ReadRow[] {
  const rows = trainingFiles.flatMap((file) => readCorpus(folder, file));
  return readRows([...rows, ...definitionTexts(rows)]);
}

const views = new FeatureViews(false);
const learnShortEvery = 3;

export function readRows(rows: readonly CorpusRow[]): ReadRow[] {
  return rows.map((row, index) => {
    const read = readFeatures(views, row);
    const features = views.vector();
    return {
      row,
      features,
      read,
      category: row.raw === "question" ? null : categoryByDefinition(row),
      short: row.body === "" ? null : readTitle(row.title),
      learnShort: index % learnShortEvery === 0,
    };
  });
}

function readTitle(title: string): FeatureVector {
  readFeatures(views, { title, body: null });
  return views.vector();
}

/** How much a source counts: commit prose is not issue prose. */
export const sourceImportance: Readonly<Record<string, number>> = {
  commit: 0.3,
  definition: 0.5,
  atd: 0.15,
  "satd-pr": 0.15,
  "satd-commit": 0.15,
};

/** Repositories count by the root of their size, not by their size. */
export function repositoryImportance(rows: readonly ReadRow[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { row } of rows) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1);
  return new Map([...sizes].map(([key, size]) => [key, Math.sqrt(300 / size)]));
}

export function keyOf(row: CorpusRow): string {
  return `${row.source} ${row.repository}`;
}

/** Makes both sides weigh the same in sum, and one example 1 on average. */
export function balanceSides(examples: Example[]): Example[] {
  const sums = { "1": 0, "-1": 0 };
  for (const { side, importance } of examples) sums[side] += importance;
  const half = examples.length / 2;
  return examples.map((example) => ({
    ...example,
    importance: (example.importance * half) / sums[example.side],
  }));
}
