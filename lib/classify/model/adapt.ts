import type { BalanceCategory } from "@/lib/domain/category";
import { type FeatureVector, FeatureViews } from "./feature-view";
import { type Example, fitMargin, type GrowingWeights } from "./fit-margin";
import { type Margins, outputCount } from "./outputs";
import { type ItemText, readFeatures } from "./read-features";
import { buildTextModel, marginsOf, type TextModel } from "./text-model";
import type { WeightTable } from "./weight-table";

/** An item whose category a person set or confirmed. */
export type Correction = ItemText & { category: BalanceCategory };

/** A correction as it is learnt from, whatever is learnt beside it: reading it is half the work. */
export type Lesson = { category: BalanceCategory; features: FeatureVector; margins: Margins };

/** Of 0.05, 0.15, 0.3 and 1, the best after 10, 20 and 50 corrections a side on Jira projects. */
const cost = 1;
const rounds = 20;

/**
 * The model as it is after a product's corrections, in journal order: a small change over the shared
 * weights, which stay as they are. The same corrections in the same order give the same model.
 */
export function adaptTextModel(model: TextModel, corrections: readonly Correction[]): TextModel {
  return learnLessons(model, readLessons(model, corrections));
}

/** What there is to learn for a shared model, in the same order. */
export function readLessons(model: TextModel, corrections: readonly Correction[]): Lesson[] {
  const shared = model.parts;
  const views = new FeatureViews(false);
  return corrections.map(({ category, ...text }) => {
    readFeatures(views, text);
    const features = views.vector();
    return { category, features, margins: marginsOf(shared, features) };
  });
}

/** {@link adaptTextModel} of corrections that were read for the same model. */
export function learnLessons(model: TextModel, lessons: readonly Lesson[]): TextModel {
  if (lessons.length === 0) return model;
  const shared = model.parts;
  const delta = new DeltaTable(lessons);
  const biases = [...shared.biases];
  for (let output = 0; output < outputCount; output += 1) {
    const examples = lessons.flatMap((lesson, index) => {
      const side = sideOf(lesson.category, output);
      if (side === null) return [];
      const features = delta.inRows(lesson, index);
      return [{ features, side, importance: 1, given: lesson.margins[output] ?? 0 }];
    });
    biases[output] = (biases[output] ?? 0) + fitColumn(examples, delta.column(output), output);
  }
  return buildTextModel({ weights: shared.weights, tables: [...shared.tables, delta], biases });
}

function fitColumn(examples: Example[], column: GrowingWeights, output: number): number {
  return fitMargin(examples, column, { cost, rounds, seed: 1 + output });
}

/** On which side of an output's question an item stands; a feature is no kind of upkeep. */
function sideOf(category: BalanceCategory, output: number): Example["side"] | null {
  if (output > 0 && category === "feature") return null;
  const wanted = (["feature", "rewrite", "tech_debt"] as const)[output];
  return category === wanted ? 1 : -1;
}

/**
 * The change, by slot: only what the corrected items are made of. While it is learnt, lessons name
 * rows in place of slots, which is fifteen times as fast as looking up each slot each time.
 */
class DeltaTable implements WeightTable {
  private readonly rowOf = new Map<number, number>();
  private readonly rows: Int32Array[];
  private readonly weights: Float64Array;

  constructor(lessons: readonly Lesson[]) {
    this.rows = lessons.map(({ features }) => features.slots.map((slot) => this.grow(slot)));
    this.weights = new Float64Array(this.rowOf.size * outputCount);
  }

  /** A lesson's features with their rows in place of their slots. */
  inRows({ features }: Lesson, index: number): FeatureVector {
    return { slots: this.rows[index] ?? new Int32Array(), values: features.values };
  }

  along(slot: number, slopes: Margins): number {
    const row = this.rowOf.get(slot);
    if (row === undefined) return 0;
    return slopes.reduce((sum, slope, output) => sum + slope * this.weight(row, output), 0);
  }

  addTo(margins: Margins, { slots, values }: FeatureVector): void {
    for (let i = 0; i < slots.length; i += 1) {
      const row = this.rowOf.get(slots[i] ?? -1);
      if (row === undefined) continue;
      const value = values[i] ?? 0;
      margins[0] += value * this.weight(row, 0);
      margins[1] += value * this.weight(row, 1);
      margins[2] += value * this.weight(row, 2);
    }
  }

  /** One output's weights, of features in rows. */
  column(output: number): GrowingWeights {
    const { weights } = this;
    return {
      margin: ({ slots: rows, values }) => {
        let sum = 0;
        for (let i = 0; i < rows.length; i += 1) {
          sum += (weights[(rows[i] ?? 0) * outputCount + output] ?? 0) * (values[i] ?? 0);
        }
        return sum;
      },
      energy: ({ values }) => values.reduce((sum, value) => sum + value * value, 0),
      add: ({ slots: rows, values }, amount) => {
        for (let i = 0; i < rows.length; i += 1) {
          const at = (rows[i] ?? 0) * outputCount + output;
          weights[at] = (weights[at] ?? 0) + amount * (values[i] ?? 0);
        }
      },
    };
  }

  private weight(row: number, output: number): number {
    return this.weights[row * outputCount + output] ?? 0;
  }

  private grow(slot: number): number {
    const row = this.rowOf.get(slot) ?? this.rowOf.size;
    this.rowOf.set(slot, row);
    return row;
  }
}
