import { calibrate } from "@/lib/classify/model/calibration";
import type { Margins } from "@/lib/classify/model/outputs";
import { hasBody, likeliest } from "@/lib/classify/model/text-model";
import { codeOf, type ModelWeights } from "@/lib/classify/model/weights-file";
import { fitCalibration, type Unseen } from "./fit-calibration";
import { foldCount, foldsOf } from "./folds";
import { type Answer, coverageAt } from "./measure";
import { type RawWeights, rawMargins, type TrainOptions, trainWeights } from "./train-weights";
import { keyOf, type ReadRow, repositoryImportance } from "./training-set";

/** The margins that weights which had not seen a row's repository give it. */
export type UnseenRow = { row: ReadRow; margins: Margins; titleOnly: Margins };

/** Trains and calibrates the model that ships. */
export function makeModel(rows: readonly ReadRow[], options: TrainOptions): ModelWeights {
  const unseen = crossValidate(rows, options);
  const calibration = {
    withBody: fitCalibration(...calibrationSets(unseen, false)),
    titleOnly: fitCalibration(...calibrationSets(unseen, true)),
  };
  return {
    ...quantise(trainWeights(rows, options)),
    calibration,
    threshold: thresholdOf(unseen, calibration.withBody),
  };
}

/** Splits by repository; each row is judged by weights learnt from other repositories. */
export function crossValidate(rows: readonly ReadRow[], options: TrainOptions): UnseenRow[] {
  const folds = foldsOf(rows.map(({ row }) => row));
  const unseen: UnseenRow[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const inFold = ({ row }: ReadRow) => folds.get(row.repository) === fold;
    const weights = trainWeights(
      rows.filter((row) => !inFold(row)),
      options,
    );
    for (const row of rows.filter(inFold)) {
      const margins = rawMargins(weights, row.features);
      unseen.push({
        row,
        margins,
        titleOnly: row.short ? rawMargins(weights, row.short) : margins,
      });
    }
  }
  return unseen;
}

const isIssue = ({ row }: UnseenRow): boolean =>
  ["nus", "android", "beads", "titanium", "nlbse"].includes(row.row.source);

/** Issues tell the sides apart; the kinds of upkeep come from everything but questions. */
function calibrationSets(unseen: readonly UnseenRow[], titleOnly: boolean): [Unseen[], Unseen[]] {
  const importance = repositoryImportance(unseen.map(({ row }) => row));
  const toUnseen = (item: UnseenRow): Unseen => ({
    category: item.row.category ?? "maintenance",
    margins: titleOnly ? item.titleOnly : item.margins,
    importance: importance.get(keyOf(item.row.row)) ?? 0,
  });
  const usable = unseen.filter(({ row }) => titleOnly || hasBody(row.read));
  const upkeep = usable.filter(
    ({ row }) =>
      row.category !== null && row.category !== "feature" && row.row.source !== "definition",
  );
  return [usable.filter(isIssue).map(toUnseen), upkeep.map(toUnseen)];
}

/** The confidence from which on nine of ten answers on GitHub issues are right. */
function thresholdOf(
  unseen: readonly UnseenRow[],
  calibration: ModelWeights["calibration"]["withBody"],
): number {
  const github = unseen.filter((item) => isIssue(item) && !/^jira\//.test(item.row.row.repository));
  const answers = github.map(({ row, margins }): Answer => {
    const probabilities = calibrate(calibration, margins);
    const said = likeliest(probabilities);
    const { category: truth, repository: group } = row.row;
    return { truth, said, confidence: probabilities[said], group };
  });
  return Math.ceil(coverageAt(answers, 0.9).threshold * 100) / 100;
}

/** One byte a weight; slots whose weights all round to nothing are left out. */
export function quantise({ vocabulary, columns, biases }: RawWeights) {
  const scales = columns.map((column) => {
    let largest = 0;
    for (const weight of column) largest = Math.max(largest, Math.abs(weight));
    return Number(largest.toPrecision(6));
  });
  const slots: number[] = [];
  const codes: number[] = [];
  vocabulary.slots.forEach((slot, place) => {
    const row = columns.map((column, output) => codeOf(column[place] ?? 0, scales[output] ?? 0));
    if (row.every((code) => code === 0)) return;
    slots.push(slot);
    codes.push(...row);
  });
  return {
    biases: biases.map((bias) => Number(bias.toPrecision(8))),
    scales,
    slots: Int32Array.from(slots),
    codes: Int8Array.from(codes),
  };
}
