import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadTextModel, type TextModel } from "@/lib/classify/model/text-model";

/** The weights that are shipped, found from the project's root: bundled code has no folder of its own. */
function weightsFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), "lib/classify/model/weights.bin");
}

/** The model that every product begins with. Errors: as reading a file. */
export function sharedModel(): TextModel {
  return loadTextModel(readFileSync(weightsFile()));
}
