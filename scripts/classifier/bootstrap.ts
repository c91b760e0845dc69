import { randomBelow } from "@/lib/classify/model/fit-margin";
import type { Answer } from "./measure";

const draws = 500;

/**
 * The 95 % interval of a figure if other repositories had been drawn: whole repositories are drawn
 * with replacement, since texts of one are no independent witnesses.
 */
export function interval(
  answers: readonly Answer[],
  figure: (answers: readonly Answer[]) => number,
): [low: number, high: number] {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.group) ?? [];
    group.push(answer);
    groups.set(answer.group, group);
  }
  const all = [...groups.values()];
  const random = randomBelow(1);
  const figures = Array.from({ length: draws }, () =>
    figure(all.flatMap(() => all[random(all.length)] ?? [])),
  ).sort((a, b) => a - b);
  return [figures[Math.floor(draws * 0.025)] ?? 0, figures[Math.floor(draws * 0.975)] ?? 0];
}
