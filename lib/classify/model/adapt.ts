import type { BalanceCategory } from "@/lib/domain/category";
import { type FeatureVector, FeatureViews } from "./feature-view";
import { type Example, fitMargin, type GrowingWeights } from "./fit-margin";
import { type Margins, outputCount } from "./outputs";
import { type ItemText, readFeatures } from "./read-features";
import { buildTextModel, marginsOf, partsOf, type TextModel } from "./text-model";
import type { WeightTable } from "./weight-table";

/** An item whose category a person set or confirmed. */
export type Correction = ItemText & { category: BalanceCategory };

/** Measured on ten repositories: see the decision on the text model. */
const cost = 0.3;
const rounds = 20;

/**
 * The model as it is after a product's corrections, in journal order: a small change over the shared
 * weights, which stay as they are. The same corrections in the same order give the same model.
 */
export function adaptTextModel(model: TextModel, corrections: readonly Correction[]): TextModel {
  if (corrections.length === 0) return model;
  const shared = partsOf(model);
  const views = new FeatureViews(false);
  const learnt = corrections.map(({ category, ...text }) => {
    readFeatures(views, text);
    const features = views.vector();
    return { category, features, margins: marginsOf(shared, features) };
  });
  const delta = new GrowingTable();
  const biases = [...shared.biases];
  for (let output = 0; output < outputCount; output += 1) {
    const examples = learnt.flatMap((item) => exampleOf(item, output));
    const column = delta.column(output);
    biases[output] =
      (biases[output] ?? 0) + fitMargin(examples, column, { cost, rounds, seed: 1 + output });
  }
  return buildTextModel({ weights: shared.weights, tables: [...shared.tables, delta], biases });
}

type Learnt = { category: BalanceCategory; features: FeatureVector; margins: Margins };

/** Which side of an output's question an item stands on; a feature is no kind of upkeep. */
function exampleOf({ category, features, margins }: Learnt, output: number): Example[] {
  if (output > 0 && category === "feature") return [];
  const wanted = (["feature", "rewrite", "tech_debt"] as const)[output];
  const side = category === wanted ? 1 : -1;
  return [{ features, side, importance: 1, given: margins[output] ?? 0 }];
}

/** The change, by slot: only what the corrected items are made of. */
class GrowingTable implements WeightTable {
  private readonly rows = new Map<number, Float64Array>();

  along(slot: number, slopes: Margins): number {
    const row = this.rows.get(slot);
    if (!row) return 0;
    return slopes.reduce((sum, slope, output) => sum + slope * (row[output] ?? 0), 0);
  }

  addTo(margins: Margins, { slots, values }: FeatureVector): void {
    for (let i = 0; i < slots.length; i += 1) {
      const row = this.rows.get(slots[i] ?? -1);
      if (!row) continue;
      const value = values[i] ?? 0;
      margins[0] += value * (row[0] ?? 0);
      margins[1] += value * (row[1] ?? 0);
      margins[2] += value * (row[2] ?? 0);
    }
  }

  column(output: number): GrowingWeights {
    return {
      margin: ({ slots, values }) => {
        let sum = 0;
        for (let i = 0; i < slots.length; i += 1) {
          sum += (this.rows.get(slots[i] ?? -1)?.[output] ?? 0) * (values[i] ?? 0);
        }
        return sum;
      },
      energy: ({ values }) => values.reduce((sum, value) => sum + value * value, 0),
      add: ({ slots, values }, amount) => {
        for (let i = 0; i < slots.length; i += 1) {
          const slot = slots[i] ?? -1;
          const row = this.rows.get(slot) ?? new Float64Array(outputCount);
          row[output] = (row[output] ?? 0) + amount * (values[i] ?? 0);
          this.rows.set(slot, row);
        }
      },
    };
  }
}
