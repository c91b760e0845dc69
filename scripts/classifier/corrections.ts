import { adaptTextModel } from "@/lib/classify/model/adapt";
import { randomBelow } from "@/lib/classify/model/fit-margin";
import type { TextModel } from "@/lib/classify/model/text-model";
import { sideAnswer } from "./answers";
import type { CorpusRow } from "./corpus";
import type { Answer } from "./measure";

/** How many items of each side a product has corrected. */
export const correctionCounts = [0, 10, 20, 50] as const;

const least = 150;

/**
 * Answers about the rest of each repository after so many corrections of its own, by count.
 * Repositories too small to leave a rest are left out.
 */
export function learnFromCorrections(
  model: TextModel,
  rows: readonly CorpusRow[],
): Map<number, Answer[]> {
  const answers = new Map<number, Answer[]>(correctionCounts.map((count) => [count, []]));
  for (const own of byRepository(rows)) {
    const shuffled = shuffle(own);
    const features = shuffled.filter(({ category }) => category === "feature");
    const upkeep = shuffled.filter(({ category }) => category !== "feature");
    const most = Math.max(...correctionCounts);
    if (own.length < least || Math.min(features.length, upkeep.length) < most + 10) continue;
    const rest = [...features.slice(most), ...upkeep.slice(most)];
    for (const count of correctionCounts) {
      const corrections = [...features.slice(0, count), ...upkeep.slice(0, count)];
      const adapted = adaptTextModel(model, shuffle(corrections));
      for (const row of rest) answers.get(count)?.push(sideAnswer(row, adapted.probabilities(row)));
    }
  }
  return answers;
}

function byRepository(rows: readonly CorpusRow[]): CorpusRow[][] {
  const groups = new Map<string, CorpusRow[]>();
  for (const row of rows) {
    const group = groups.get(row.repository) ?? [];
    group.push(row);
    groups.set(row.repository, group);
  }
  return [...groups.values()];
}

function shuffle(rows: readonly CorpusRow[]): CorpusRow[] {
  const random = randomBelow(1);
  return rows
    .map((row) => ({ row, key: random(1 << 30) }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
}
