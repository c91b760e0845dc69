import type { BalanceCategory } from "@/lib/domain/category";
import { type Correction, learnLessons, readLessons } from "./adapt";
import type { TextModel } from "./text-model";

/** What a model said of an item that a person then decided. */
export type Forecast = {
  truth: BalanceCategory;
  /** Null where the text has no word to go by. */
  said: BalanceCategory | null;
  confidence: number;
};

/**
 * How good a product's own model has been, honestly: each correction, in journal order, is answered
 * by the model as the corrections before it had made it.
 */
export function predictBeforeLearning(
  model: TextModel,
  corrections: readonly Correction[],
  every?: number,
): Forecast[] {
  return [...forecastsInTurn(model, corrections, every)].flat();
}

/**
 * The same, a stretch at a time: within one the model stays as it is. It learns anew after every
 * `every` corrections, and after a fifth more of them once they are many: a thousand cost fifteen
 * models and not a thousand. What it could have learnt within a stretch, it is not given.
 */
export function* forecastsInTurn(
  model: TextModel,
  corrections: readonly Correction[],
  every = 25,
): Generator<Forecast[]> {
  const lessons = readLessons(model, corrections);
  for (let start = 0; start < corrections.length; ) {
    const end = start + Math.max(every, Math.floor(start / 5));
    const current = learnLessons(model, lessons.slice(0, start));
    yield corrections.slice(start, end).map((correction) => forecastOf(current, correction));
    start = end;
  }
}

/** What a model says of a correction's text, which it may have learnt or not. */
export function forecastOf(model: TextModel, { category: truth, ...text }: Correction): Forecast {
  const { category: said, confidence } = model.predict(text);
  return { truth, said, confidence };
}
