import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { encodeWeights } from "@/lib/classify/model/weights-file";
import { corpusFolder, missingFiles, trainingFiles } from "./corpus";
import { makeModel } from "./make-model";
import { trainOptions } from "./train-weights";
import { readTrainingRows } from "./training-set";
import { weightsFile } from "./weights-file-path";

/**
 * `npm run train [FOLDER]`: rebuilds the shipped weights from the labelled texts, the same bytes
 * from the same texts. About two minutes.
 */
export function train(root: string, args: readonly string[]): void {
  const folder = corpusFolder(root, args[0]);
  const missing = missingFiles(folder, trainingFiles);
  if (missing.length > 0) {
    console.log(`Nothing is trained: ${folder} has no ${missing.join(", ")}.`);
    return;
  }
  const rows = readTrainingRows(folder);
  console.log(`${rows.length} texts`);
  const bytes = encodeWeights(makeModel(rows, trainOptions));
  writeFileSync(path.join(root, weightsFile), bytes);
  const digest = createHash("sha256").update(bytes).digest("hex");
  console.log(`${weightsFile}: ${bytes.length} bytes, SHA-256 ${digest}`);
}
