import type { Probabilities } from "@/lib/classify/model/calibration";
import { balanceCategories } from "@/lib/domain/category";
import { categoryAnswer, sideAnswer, sides } from "./answers";
import { interval } from "./bootstrap";
import type { CorpusRow } from "./corpus";
import { type Answer, accuracyAt, calibrationError, coverageAt, macroF1 } from "./measure";

/** A row with what a model says of it. */
export type Judged = { row: CorpusRow; probabilities: Probabilities };

export const sideHeader =
  "set | texts | repositories | macro-F1 (95 %) | accuracy at 60 / 80 / 100 % | answered at 90 % | calibration error";

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const number = (value: number) => value.toFixed(3);

/** One line of the table on feature against the rest. */
export function sideLine(name: string, judged: readonly Judged[]): string {
  const answers = judged.map(({ row, probabilities }) => sideAnswer(row, probabilities));
  const repositories = new Set(answers.map(({ group }) => group)).size;
  const parts = [0.6, 0.8, 1].map((part) => percent(accuracyAt(answers, part))).join(" / ");
  const answered = percent(coverageAt(answers, 0.9).part);
  return [
    name,
    answers.length,
    repositories,
    withInterval(answers, sides),
    parts,
    answered,
    number(calibrationError(answers)),
  ].join(" | ");
}

export const categoryHeader =
  "set | texts | macro-F1 (95 %) | F1 feature / maintenance / rewrite / tech debt";

/** One line of the table on the four categories; those that the set lacks are left out of the mean. */
export function categoryLine(name: string, judged: readonly Judged[]): string {
  const answers = judged.map(({ row, probabilities }) => categoryAnswer(row, probabilities));
  const present = balanceCategories.filter((name) => answers.some(({ truth }) => truth === name));
  const each = balanceCategories.map((category) =>
    present.includes(category) ? number(macroF1(answers, [category])) : "none",
  );
  return [name, answers.length, withInterval(answers, present), each.join(" / ")].join(" | ");
}

/** The macro-F1 with the interval over repositories. */
export function withInterval(answers: readonly Answer[], classes: readonly string[]): string {
  const figure = (some: readonly Answer[]) => macroF1(some, classes);
  const [low, high] = interval(answers, figure);
  return `${number(figure(answers))} (${number(low)}–${number(high)})`;
}
