import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suggestsBy } from "@/lib/classify/model/suggest";
import { loadTextModel } from "@/lib/classify/model/text-model";
import type { ModelOf } from "@/lib/sync/product-classifier";

/** The weights that are shipped, found from the project's root: bundled code has no folder of its own. */
function weightsFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), "lib/classify/model/weights.bin");
}

/** Every product is read by the same shipped weights. Errors: as reading a file. */
export function sharedModel(): ModelOf {
  const model = suggestsBy(loadTextModel(readFileSync(weightsFile())));
  return async () => model;
}
