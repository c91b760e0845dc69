import type { BalanceCategory } from "@/lib/domain/category";
import { adaptTextModel, type Correction } from "./adapt";
import type { TextModel } from "./text-model";

/** What the model of that day said of an item that a person then decided. */
export type Forecast = {
  truth: BalanceCategory;
  said: BalanceCategory | null;
  confidence: number;
};

/**
 * How good a product's own model has been, honestly: each correction, in journal order, is answered
 * by the model as the corrections before it had made it. It learns anew after every `every`
 * corrections, so that a thousand of them cost forty models and not a thousand.
 */
export function predictBeforeLearning(
  model: TextModel,
  corrections: readonly Correction[],
  every = 25,
): Forecast[] {
  const forecasts: Forecast[] = [];
  for (let start = 0; start < corrections.length; start += every) {
    const current = adaptTextModel(model, corrections.slice(0, start));
    for (const { category: truth, ...text } of corrections.slice(start, start + every)) {
      const { category: said, confidence } = current.predict(text);
      forecasts.push({ truth, said, confidence });
    }
  }
  return forecasts;
}
